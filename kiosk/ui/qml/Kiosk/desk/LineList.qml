pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// A short list under a heading, on a card.
Rectangle {
    id: list

    required property string title
    required property Rows lines
    required property string language
    property string icon: "check"
    readonly property int count: rows.count

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
            id: rows

            model: list.lines

            Item {
                id: line

                required property string text
                required property string language
                required property string tag

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

                Column {
                    id: words

                    anchors.left: mark.right
                    anchors.leftMargin: Theme.gap * 0.6
                    anchors.right: parent.right

                    Words {
                        width: parent.width
                        text: line.text
                        language: line.language
                    }

                    Tag {
                        text: line.tag
                        language: line.language
                    }
                }
            }
        }
    }
}
