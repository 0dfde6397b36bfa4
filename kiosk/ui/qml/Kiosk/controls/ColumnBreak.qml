import QtQuick
import Kiosk

// Goes between two blocks of `Parts`: the second one starts a new column, if the first ones leave one free.
Item {
    id: gap

    required property Parts parts

    // The height of the visible blocks before this one, in one column.
    property real above: 0
    readonly property real rest: gap.parts.roomHeight - gap.above - gap.parts.spacing

    // The order of the blocks is known only after all of them are positioned.
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
