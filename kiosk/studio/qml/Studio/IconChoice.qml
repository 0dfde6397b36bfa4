pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Studio

// The pictograms to choose from; the arrow keys move between them.
Flow {
    id: choice

    required property list<string> icons
    required property string current
    required property string label

    signal chosen(icon: string)

    spacing: 6

    Repeater {
        model: choice.icons

        RadioButton {
            id: icon

            required property string modelData

            width: 56
            height: 56
            checked: choice.current === icon.modelData
            Accessible.name: choice.label + ": " + icon.modelData
            ToolTip.visible: icon.hovered
            ToolTip.text: icon.modelData
            onClicked: choice.chosen(icon.modelData)

            indicator: Item {}

            contentItem: Image {
                source: "image://pictogram/" + icon.modelData + "/" + Style.ink.toString().slice(1)
                sourceSize: Qt.size(36, 36)
                fillMode: Image.Pad
            }

            background: Rectangle {
                radius: 6
                color: icon.checked ? Qt.tint(Style.card, Qt.alpha(Style.sea, 0.2)) : Style.card
                border.width: icon.visualFocus || icon.checked ? 3 : 1
                border.color: icon.visualFocus ? Style.focus : icon.checked ? Style.sea : Style.rule
            }
        }
    }
}
