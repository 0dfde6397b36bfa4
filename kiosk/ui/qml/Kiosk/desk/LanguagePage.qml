pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// Each language named, and asked for, in itself.
Item {
    id: page

    required property Desk desk
    readonly property int columns: Theme.portrait ? 1 : 2
    readonly property int lines: Math.ceil(choices.count / page.columns)

    Grid {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        columns: page.columns
        spacing: Theme.gap

        Repeater {
            id: choices

            model: page.desk.languages

            ChoiceButton {
                required property string code
                required property string name
                required property string prompt
                required property bool rtl

                objectName: "language-" + code
                width: (page.width - (page.columns - 1) * Theme.gap) / page.columns
                height: Math.min((page.height - (page.lines - 1) * Theme.gap) / page.lines, 46 * Theme.unit)
                text: name
                note: prompt
                textSize: Theme.title
                sign: "language"
                language: code
                LayoutMirroring.enabled: rtl
                LayoutMirroring.childrenInherit: true
                onClicked: page.desk.chooseLanguage(code)
            }
        }
    }
}
