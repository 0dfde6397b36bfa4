pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Studio

// The background colour of a slide, by its name in the palette of the screens.
ColumnLayout {
    id: tones

    required property string label
    required property string current
    required property var names

    signal chosen(tone: string)

    spacing: 4

    Text {
        text: tones.label
        color: Style.quiet
        font.pixelSize: Style.small
    }

    Flow {
        Layout.fillWidth: true
        spacing: 8

        Repeater {
            model: [["paper", "#FAF6EE", tones.names.tonePaper], ["ink", "#16243A", tones.names.toneInk], ["sea", "#0B5C6B", tones.names.toneSea], ["leaf", "#245A41", tones.names.toneLeaf], ["sun", "#F6B93B", tones.names.toneSun], ["berry", "#8E2A4C", tones.names.toneBerry]]

            RadioButton {
                id: tone

                required property list<string> modelData

                implicitWidth: Style.target
                implicitHeight: Style.target
                checked: tones.current === tone.modelData[0]
                Accessible.name: tones.label + ": " + tone.modelData[2]
                onClicked: tones.chosen(tone.modelData[0])

                indicator: Item {}

                background: Rectangle {
                    radius: Style.target / 2
                    color: tone.modelData[1]
                    border.width: tone.visualFocus || tone.checked ? 4 : 1
                    border.color: tone.visualFocus ? Style.focus : tone.checked ? Style.sea : Style.rule
                }
            }
        }
    }
}
