import QtQuick
import Kiosk

// Between two blocks of `Parts`: lets the second begin a column of its own where the first ones leave it one.
Item {
    id: gap

    required property Parts parts

    // What the visible blocks before this one take, one below the other.
    readonly property real above: {
        let total = 0;
        for (const block of gap.parent ? gap.parent.children : []) {
            if (block === gap)
                break;
            total += block.visible && block.height > 0 ? block.height + gap.parts.spacing : 0;
        }
        return total;
    }
    readonly property real rest: gap.parts.roomHeight - gap.above - gap.parts.spacing

    visible: gap.parts.columns > 1 && gap.above > 0 && gap.rest > 0
    width: gap.parts.columnWidth
    height: gap.visible ? gap.rest : 0
}
