pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// Each language named, and asked for, in itself, so that each finds their own.
PageFrame {
    id: page

    required property LanguagePageModel model
    readonly property bool few: choices.count <= 6

    Parts {
        id: area

        anchors.fill: parent
        memory: page.parts
        name: "language"
        columns: (page.few ? 2 : 3) - (Theme.portrait || (Theme.textScale > 1.5 && !page.few) ? 1 : 0)
        spacing: Theme.gap * (page.few ? 1 : 0.7)

        Repeater {
            id: choices

            model: page.model.languages

            ChoiceButton {
                required property string code
                required property string name
                required property string prompt
                required property bool rtl

                objectName: "language-" + code
                width: area.columnWidth
                height: area.shared(choices.count, page.few ? 5 * Theme.lead : implicitHeight, 46 * Theme.unit)
                text: name
                note: Theme.textScale > 1 ? "" : prompt
                textSize: page.few ? Theme.title : Theme.lead
                sign: page.few ? "language" : ""
                language: code
                LayoutMirroring.enabled: rtl
                LayoutMirroring.childrenInherit: true
                onClicked: page.model.choose(code)
            }
        }
    }
}
