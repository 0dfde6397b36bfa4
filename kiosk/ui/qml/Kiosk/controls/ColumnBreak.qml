import QtQuick
import Kiosk

// Between two blocks of `Parts`: lets the second begin a column of its own where the first ones leave it one.
Item {
    id: gap

    required property Parts parts

    // What the visible blocks before this one take, one below the other.
    property real above: 0
    readonly property real rest: gap.parts.roomHeight - gap.above - gap.parts.spacing

    // The order of the blocks is known only once all of them are placed.
    function measure(): void {
        let total = 0;
        for (const block of gap.parent.children) {
            if (block === gap)
                break;
            total += block.visible && block.height > 0 ? block.height + gap.parts.spacing : 0;
        }
        gap.above = total;
    }

    visible: gap.parts.columns > 1 && gap.above > 0 && gap.rest > 0
    width: gap.parts.columnWidth
    height: gap.visible ? gap.rest : 0

    Connections {
        target: gap.parent as Flow

        function onPositioningComplete(): void {
            gap.measure();
        }
    }
}
