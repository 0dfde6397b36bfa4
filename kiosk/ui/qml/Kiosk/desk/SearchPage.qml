pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// Find a topic by its letters: only those that lead on are there, so no keyboard of any script is needed.
Item {
    id: page

    required property SearchPageModel model
    required property DeskControls controls
    required property PageParts parts
    readonly property int columns: Theme.textScale > 1 || Theme.portrait ? 1 : 2
    readonly property real cell: Math.max(Theme.target, Theme.lead * 1.9)

    Scroller {
        anchors.fill: parent
        memory: page.parts
        name: "search"

        PageTitle {
            width: page.width
            text: qsTr("Search: choose the first letters")
            icon: "search"
            language: page.controls.language
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
                text: page.model.query + "…"
                language: page.controls.language
                font.pixelSize: Theme.lead
                elide: Text.ElideLeft
                wrapMode: Text.NoWrap
            }
        }

        Flow {
            width: page.width
            spacing: Theme.gap * 0.6

            Repeater {
                model: page.model.letters

                TouchButton {
                    required property string letter

                    objectName: "letter-" + letter
                    width: page.cell
                    height: page.cell
                    text: letter
                    textSize: Theme.lead
                    language: page.controls.language
                    onClicked: page.model.typeLetter(letter)
                }
            }

            TouchButton {
                objectName: "erase"
                width: page.cell
                height: page.cell
                visible: page.model.query !== ""
                sign: page.controls.rtl ? "arrow" : "back"
                textSize: Theme.lead
                fill: Theme.mist
                Accessible.name: qsTr("Delete the last letter")
                onClicked: page.model.eraseLetter()
            }
        }

        Grid {
            columns: page.columns
            spacing: Theme.gap

            Repeater {
                model: page.model.found

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
                    onClicked: page.model.choose(topic)
                }
            }
        }
    }
}
