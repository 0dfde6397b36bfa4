pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// Each language named, and asked for, in itself: all on one page, so that each finds their own.
Item {
    id: page

    required property LanguagePageModel model
    required property DeskControls controls
    required property PageParts parts
    readonly property bool few: choices.count <= 6
    readonly property int columns: (page.few ? 2 : 3) - (Theme.portrait ? 1 : 0) - (Theme.textScale > 1.5 && !page.few ? 1 : 0)
    readonly property int lines: Math.ceil(choices.count / page.columns)
    readonly property real fill: (page.height - (page.lines - 1) * grid.spacing) / page.lines

    Scroller {
        anchors.fill: parent
        memory: page.parts
        name: "language"

        Grid {
            id: grid

            columns: page.columns
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
                    width: (page.width - (page.columns - 1) * grid.spacing) / page.columns
                    height: Math.max(implicitHeight, Math.min(page.fill, 46 * Theme.unit))
                    text: name
                    note: Theme.textScale > 1.5 ? "" : prompt
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
}
