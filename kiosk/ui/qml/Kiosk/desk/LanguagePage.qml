pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The languages to choose from. Each button is in its own language, so that visitors find theirs.
PageFrame {
    id: page

    required property LanguagePageModel model
    required property ReadAloud readAloud
    readonly property bool few: choices.count <= 6

    Parts {
        id: area

        width: parent.width
        height: parent.height
        memory: page.parts
        name: "language"
        columns: Math.max(1, (page.few ? 2 : 3) - (Theme.portrait ? 1 : 0) - (Theme.textScale > 1.5 && !page.few ? 1 : 0))
        spacing: Theme.gap * (page.few ? 1 : 0.7)

        Repeater {
            id: choices

            model: page.model.languages

            // The name of the language, and a button to hear it: not everyone who speaks a language can read it.
            Item {
                id: row

                required property string code
                required property string name
                required property string prompt
                required property bool rtl
                readonly property bool audible: page.readAloud.heard.includes(row.code)

                width: area.columnWidth
                height: area.shared(choices.count, page.few ? 5 * Theme.lead : choice.implicitHeight, 46 * Theme.unit)

                ChoiceButton {
                    id: choice

                    objectName: "language-" + row.code
                    x: page.controls.rtl ? row.width - choice.width : 0
                    width: row.width - (row.audible ? speak.width + Theme.gap * 0.3 : 0)
                    height: row.height
                    text: row.name
                    note: Theme.textScale > 1 ? "" : row.prompt
                    textSize: page.few ? Theme.title : Theme.lead
                    sign: page.few ? "language" : ""
                    language: row.code
                    LayoutMirroring.enabled: row.rtl
                    LayoutMirroring.childrenInherit: true
                    onClicked: page.model.choose(row.code)
                }

                TouchButton {
                    id: speak

                    objectName: "speak-" + row.code
                    anchors.right: parent.right
                    visible: row.audible
                    width: Theme.target * 1.1
                    height: row.height
                    sign: "speaker"
                    textSize: Theme.plain
                    language: row.code
                    Accessible.name: qsTr("Listen: %1").arg(row.name)
                    onClicked: page.readAloud.introduce(row.code, row.name + ". " + row.prompt)
                }
            }
        }
    }
}
