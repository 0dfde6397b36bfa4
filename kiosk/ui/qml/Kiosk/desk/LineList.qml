pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A short list under a heading, on a card.
Rectangle {
    id: list

    required property string title
    required property QtObject lines
    required property string language
    property string icon: "check"
    property string note: ""

    implicitHeight: content.height + 2 * Theme.margin * 0.8
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
        anchors.margins: Theme.margin * 0.8
        spacing: Theme.gap * 0.8

        Words {
            width: parent.width
            text: list.title
            language: list.language
            font.pixelSize: Theme.lead
            font.weight: Font.DemiBold
        }

        Repeater {
            model: list.lines

            Item {
                id: line

                required property string text

                width: content.width
                height: words.height

                Pictogram {
                    id: mark

                    anchors.left: parent.left
                    y: (Theme.body * 1.36 - mark.height) / 2
                    icon: list.icon
                    tint: Theme.sea
                    size: Theme.body
                }

                Words {
                    id: words

                    anchors.left: mark.right
                    anchors.leftMargin: Theme.gap * 0.6
                    anchors.right: parent.right
                    text: line.text
                    language: list.language
                }
            }
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: list.note
            language: list.language
            font.weight: Font.DemiBold
            color: Theme.leaf
        }
    }
}
