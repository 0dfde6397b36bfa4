pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// Find a topic by its letters: only those that lead on are there, so no keyboard of any script is needed.
Item {
    id: page

    required property Desk desk
    readonly property int columns: Theme.textScale > 1 || Theme.portrait ? 1 : 2
    readonly property real cell: Math.max(Theme.target, Theme.lead * 1.9)

    Scroller {
        anchors.fill: parent
        desk: page.desk
        name: "search"

        PageTitle {
            width: page.width
            text: qsTr("Search: choose the first letters")
            icon: "search"
            language: page.desk.language
        }

        Rectangle {
            width: page.width
            height: Theme.lead * 1.9
            radius: Theme.radius
            color: Theme.card
            border.width: Theme.line
            border.color: Theme.rule

            Words {
                objectName: "query"
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.margins: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                text: page.desk.query + "…"
                language: page.desk.language
                font.pixelSize: Theme.lead
                elide: Text.ElideLeft
                wrapMode: Text.NoWrap
            }
        }

        Flow {
            width: page.width
            spacing: Theme.gap * 0.6

            Repeater {
                model: page.desk.letters

                TouchButton {
                    required property string letter

                    objectName: "letter-" + letter
                    width: page.cell
                    height: page.cell
                    text: letter
                    textSize: Theme.lead
                    language: page.desk.language
                    onClicked: page.desk.typeLetter(letter)
                }
            }

            TouchButton {
                objectName: "erase"
                width: page.cell
                height: page.cell
                visible: page.desk.query !== ""
                sign: page.desk.rtl ? "arrow" : "back"
                textSize: Theme.lead
                fill: Theme.mist
                Accessible.name: qsTr("Take the last letter away")
                onClicked: page.desk.eraseLetter()
            }
        }

        Grid {
            columns: page.columns
            spacing: Theme.gap

            Repeater {
                model: page.desk.found

                ChoiceButton {
                    required property string topic
                    required property string title
                    required property string pictogram
                    required language
                    required tag

                    objectName: "topic-" + topic
                    width: (page.width - (page.columns - 1) * Theme.gap) / page.columns
                    height: implicitHeight
                    sign: pictogram
                    text: title
                    onClicked: page.desk.chooseTopic(topic)
                }
            }
        }
    }
}
