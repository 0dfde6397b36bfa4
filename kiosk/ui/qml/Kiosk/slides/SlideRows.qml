pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// Facts below a text: a label, and below it when or where.
Column {
    id: rows

    required property SlideCard card
    required property real labelSize
    required property real detailSize
    readonly property color ink: Theme.text(rows.card.tone)

    // Whether any word is wider than its line.
    readonly property bool wide: {
        for (let place = 0; place < each.count; place++)
            if (each.itemAt(place)?.wide) // qmllint disable missing-property
                return true;
        return false;
    }
    height: {
        let sum = 0;
        for (let place = 0; place < each.count; place++)
            sum += (each.itemAt(place)?.height ?? 0) + (place > 0 ? rows.spacing : 0);
        return sum;
    }
    spacing: Theme.gap * 0.7

    Repeater {
        id: each

        model: rows.card.rows

        Rectangle {
            id: row

            required property string label
            required property string detail
            required property bool emphasis
            readonly property real inset: row.emphasis ? Theme.gap : 0
            readonly property color ink: row.emphasis ? Theme.ground(rows.card.tone) : rows.ink
            readonly property bool wide: what.contentWidth > what.width || when.contentWidth > when.width

            width: rows.width
            height: what.height + when.height + Theme.gap
            radius: Theme.radius
            color: row.emphasis ? Theme.accent(rows.card.tone) : "transparent"

            Words {
                id: what

                x: row.inset
                y: Theme.gap / 2
                width: row.width - 2 * row.inset
                text: row.label
                language: rows.card.language
                color: row.ink
                font.pixelSize: rows.labelSize
                font.weight: row.emphasis ? Font.DemiBold : Font.Normal
                wrapMode: Theme.touchable ? Text.Wrap : Text.WordWrap
            }

            Words {
                id: when

                x: row.inset
                y: Theme.gap / 2 + what.height
                width: row.width - 2 * row.inset
                text: row.detail
                language: rows.card.language
                color: row.ink
                font.pixelSize: rows.detailSize
                font.weight: Font.DemiBold
                wrapMode: Theme.touchable ? Text.Wrap : Text.WordWrap
            }
        }
    }
}
