pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The opening hours of the coming week, today's first, on a card.
Rectangle {
    id: list

    required property string title
    required property Rows hours
    required property string language

    implicitHeight: content.height + 2 * Theme.gap
    height: list.implicitHeight
    radius: Theme.radius
    color: Theme.card
    border.width: Theme.line
    border.color: Theme.rule

    Column {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gap
        spacing: Theme.gap * 0.6

        Words {
            width: parent.width
            text: list.title
            language: list.language
            font.pixelSize: Theme.lead
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }

        Repeater {
            model: list.hours

            Item {
                id: row

                required property string label
                required property string detail
                required property bool emphasis

                width: content.width
                height: Math.max(day.height, open.height)

                Words {
                    id: day

                    anchors.left: parent.left
                    anchors.right: open.left
                    anchors.rightMargin: Theme.gap
                    text: row.label
                    language: list.language
                    font.weight: row.emphasis ? Font.DemiBold : Font.Normal
                }

                Words {
                    id: open

                    anchors.right: parent.right
                    width: Math.min(implicitWidth, row.width * 0.6)
                    text: row.detail
                    language: list.language
                    font.weight: row.emphasis ? Font.DemiBold : Font.Normal
                }
            }
        }
    }
}
