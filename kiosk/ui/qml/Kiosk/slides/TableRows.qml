pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// A table of two columns, what and when, in the given room. Its text is as large as the room allows, and the
// remaining space is between the rows.
Item {
    id: table

    required property SlideCard card
    required property real room

    // Relative to the usual text size. Larger text must not need more lines than the usual size does.
    property real scaleBy: 1
    property bool stacked: false
    readonly property real most: 1.5
    readonly property real wrapBelow: 0.72
    readonly property real least: 0.45
    readonly property color ink: Theme.text(table.card.tone)
    readonly property int count: rows.count
    property real text: 0
    readonly property real gap: table.count < 2 ? 0 : Math.max(0, Math.min(5.5 * Theme.gap, (table.room - table.text) / (table.count - 1)))

    function row(place: int): TableRow {
        return rows.itemAt(place) as TableRow;
    }

    function measure(): void {
        let height = 0;
        for (let place = 0; place < rows.count; place++)
            height += table.row(place)?.height ?? 0;
        table.text = height;
    }

    function lines(): int {
        let count = 0;
        for (let place = 0; place < rows.count; place++)
            count += table.row(place)?.lines ?? 0;
        return count;
    }

    function isWithin(): bool {
        table.measure();
        return table.areAll(row => row.unbroken) && table.text + (rows.count - 1) * Theme.gap * 0.5 * table.scaleBy <= table.room;
    }

    function areAll(good: var): bool {
        for (let place = 0; place < rows.count; place++) {
            const row = table.row(place);
            if (row && !good(row))
                return false;
        }
        return true;
    }

    function isWhole(): bool {
        return table.areAll(row => row.whole);
    }

    // Make the text as large as `good` allows; return whether it allows any size.
    function findScale(from: real, to: real, good: var): bool {
        for (let scale = from; scale > to; scale *= 0.96) {
            table.scaleBy = scale;
            if (table.isWithin() && good())
                return true;
        }
        return false;
    }

    // Prefer stacking the columns, if there is height, or smaller text over a time on two lines, but a time on two
    // lines over text that is too small to read.
    function fit(): void {
        table.stacked = false;
        table.scaleBy = 1;
        const usual = table.lines();
        if (table.findScale(table.most, 0.99, () => table.isWhole() && table.lines() <= usual))
            return;
        table.stacked = Theme.portrait;
        if (table.stacked && table.findScale(1.3, 0.9, () => table.lines() <= 2 * rows.count))
            return;
        table.stacked = false;
        if (!table.findScale(1, table.wrapBelow, table.isWhole))
            table.findScale(1, table.least, () => true);
    }

    implicitHeight: table.text + Math.max(0, table.count - 1) * table.gap
    onRoomChanged: Qt.callLater(table.fit)
    onWidthChanged: Qt.callLater(table.fit)
    Component.onCompleted: table.fit()

    Connections {
        target: table.card

        function onChanged(): void {
            Qt.callLater(table.fit);
        }
    }

    Repeater {
        id: rows

        model: table.card.rows

        TableRow {
            required property int index

            y: {
                let above = 0;
                for (let place = 0; place < index; place++)
                    above += (table.row(place)?.height ?? 0) + table.gap;
                return above;
            }
            width: table.width
            stacked: table.stacked
            language: table.card.language
            ink: table.ink
            accent: Theme.accent(table.card.tone)
            ground: Theme.ground(table.card.tone)
            size: Theme.slideBody * 0.92 * table.scaleBy
        }
    }
}
