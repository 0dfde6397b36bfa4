pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// Find a topic by its letters: only letters with results are offered, so no keyboard is needed for any script.
PageFrame {
    id: page

    required property SearchPageModel model

    readonly property list<string> letters: page.model.letters === "" ? [] : page.model.letters.split("\n")

    // Keys are just wide enough for their lines to fill the column.
    readonly property real gap: Theme.gap * 0.5
    readonly property real least: Math.max(Theme.target, Theme.lead * 1.4) * (Theme.textScale > 1.2 ? 1 : 1.25)
    readonly property int across: Math.max(1, Math.floor((area.columnWidth + page.gap) / (page.least + page.gap)))
    readonly property real cell: Math.floor((area.columnWidth + page.gap) / page.across) - page.gap
    readonly property real tall: Math.min(page.cell, page.least)

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

        width: parent.width
        height: parent.height
        memory: page.parts
        name: "search"
        columns: Theme.textScale > 1 || Theme.portrait ? 1 : 2
        spacing: Theme.gap * (Theme.textScale > 1 ? 0.6 : 1)

        // A block for each line of keys, so that a long alphabet is split between lines.
        Repeater {
            model: Math.ceil((page.letters.length + (page.model.query === "" ? 0 : 1)) / page.across)

            Row {
                id: keys

                required property int index
                readonly property list<string> letters: page.letters.slice(keys.index * page.across, (keys.index + 1) * page.across)
                readonly property bool last: (keys.index + 1) * page.across > page.letters.length

                width: area.columnWidth
                spacing: page.gap

                Repeater {
                    model: keys.letters

                    TouchButton {
                        required property string modelData

                        objectName: "letter-" + modelData
                        width: page.cell
                        height: page.tall
                        text: modelData
                        textSize: Theme.lead * 0.7 // leaves room for the widest Arabic letters
                        language: page.controls.language
                        onClicked: page.model.typeLetter(modelData)
                    }
                }

                TouchButton {
                    objectName: "erase"
                    width: page.cell
                    height: page.tall
                    visible: keys.last && page.model.query !== ""
                    sign: page.controls.rtl ? "arrow" : "back"
                    textSize: Theme.lead
                    fill: Theme.mist
                    Accessible.name: qsTr("Delete the last letter")
                    onClicked: page.model.eraseLetter()
                }
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
