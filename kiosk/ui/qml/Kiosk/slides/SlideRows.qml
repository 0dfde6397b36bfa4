pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// Facts as rows: what on the leading side and when or where on the other, or stacked where it is narrow.
Column {
    id: rows

    required property SlideCard card
    property bool stacked: false
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

            Grid {
                id: facts

                anchors.left: parent.left
                anchors.leftMargin: row.inset
                anchors.verticalCenter: parent.verticalCenter
                columns: rows.stacked ? 1 : 2
                columnSpacing: Theme.gap
                verticalItemAlignment: Grid.AlignVCenter

                Words {
                    width: rows.stacked ? rows.width - 2 * row.inset : rows.width - when.width - 2 * row.inset - Theme.gap
                    text: row.label
                    language: rows.card.language
                    color: row.ink
                    font.pixelSize: rows.stacked ? Theme.slideSmall : Theme.slideBody * 0.92
                    font.weight: row.emphasis ? Font.DemiBold : Font.Normal
                }

                Words {
                    id: when

                    width: rows.stacked ? rows.width - 2 * row.inset : Math.min(when.implicitWidth, rows.width * 0.62)
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
