pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// Facts below a text: what, and below it when or where.
Column {
    id: rows

    required property SlideCard card
    readonly property color ink: Theme.text(rows.card.tone)

    spacing: Theme.gap * 0.7

    Repeater {
        model: rows.card.rows

        Rectangle {
            id: row

            required property string label
            required property string detail
            required property bool emphasis
            readonly property real inset: row.emphasis ? Theme.gap : 0
            readonly property color ink: row.emphasis ? Theme.ground(rows.card.tone) : rows.ink

            width: rows.width
            height: facts.height + Theme.gap
            radius: Theme.radius
            color: row.emphasis ? Theme.accent(rows.card.tone) : "transparent"

            Column {
                id: facts

                anchors.left: parent.left
                anchors.leftMargin: row.inset
                anchors.verticalCenter: parent.verticalCenter
                width: rows.width - 2 * row.inset

                Words {
                    width: facts.width
                    text: row.label
                    language: rows.card.language
                    color: row.ink
                    font.pixelSize: Theme.slideSmall
                    font.weight: row.emphasis ? Font.DemiBold : Font.Normal
                }

                Words {
                    width: facts.width
                    text: row.detail
                    language: rows.card.language
                    color: row.ink
                    font.pixelSize: Theme.slideBody * 0.92
                    font.weight: Font.DemiBold
                }
            }
        }
    }
}
