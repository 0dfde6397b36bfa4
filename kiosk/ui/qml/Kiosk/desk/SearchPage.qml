pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// Find a topic by its letters: only those that lead on are there, so no keyboard of any script is needed.
PageFrame {
    id: page

    required property SearchPageModel model

    // A key is as wide as lets each line of them end with the column.
    readonly property real gap: Theme.gap * 0.5
    readonly property int across: Math.max(1, Math.floor((area.columnWidth + page.gap) / (Math.max(Theme.target, Theme.lead * 1.4) * 1.25 + page.gap)))
    readonly property real cell: Math.floor((area.columnWidth + page.gap) / page.across) - page.gap
    readonly property real tall: Math.min(page.cell, Math.max(Theme.target, Theme.lead * 1.4) * 1.25)

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
            spacing: page.gap

            Repeater {
                model: page.model.letters

                TouchButton {
                    required property string letter

                    objectName: "letter-" + letter
                    width: page.cell
                    height: page.tall
                    text: letter
                    textSize: Theme.lead * 0.85
                    language: page.controls.language
                    onClicked: page.model.typeLetter(letter)
                }
            }

            TouchButton {
                objectName: "erase"
                width: page.cell
                height: page.tall
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
