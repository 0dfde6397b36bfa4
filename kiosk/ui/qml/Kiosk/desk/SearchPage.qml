pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// Find a topic by its letters: only those that lead on are there, so no keyboard of any script is needed.
PageFrame {
    id: page

    required property SearchPageModel model
    readonly property real cell: Math.max(Theme.target, Theme.lead * 1.4)

    title: qsTr("Search: choose the first letters")
    icon: "search"
    poster: Words {
        objectName: "query"
        width: parent ? parent.width : 0
        text: page.model.query + "…"
        language: page.controls.language
        color: Theme.nightInk
        font.pixelSize: Theme.lead
        elide: Text.ElideLeft
        wrapMode: Text.NoWrap
    }

    Parts {
        id: area

        anchors.fill: parent
        memory: page.parts
        name: "search"
        columns: Theme.textScale > 1 || Theme.portrait ? 1 : 2
        spacing: Theme.gap * (Theme.textScale > 1 ? 0.6 : 1)

        Flow {
            width: area.columnWidth
            spacing: Theme.gap * 0.5

            Repeater {
                model: page.model.letters

                TouchButton {
                    required property string letter

                    objectName: "letter-" + letter
                    width: page.cell
                    height: page.cell
                    text: letter
                    textSize: Theme.lead * 0.85
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

        ColumnBreak {
            parts: area
        }

        Repeater {
            model: page.model.found

            ChoiceButton {
                required property string topic
                required property string title
                required property string pictogram
                required language
                required tag

                objectName: "topic-" + topic
                visible: page.model.query !== ""
                width: area.columnWidth
                height: implicitHeight
                sign: pictogram
                text: title
                onClicked: page.model.choose(topic)
            }
        }
    }
}
