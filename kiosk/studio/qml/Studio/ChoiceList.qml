pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Model
import Studio

// A choice between several options, one below the other.
ColumnLayout {
    id: list

    required property Rows rows
    property string current: ""

    signal chosen(key: string)

    spacing: 8

    Repeater {
        model: list.rows

        RadioButton {
            id: choice

            required property string key
            required property string name

            Layout.fillWidth: true
            implicitHeight: Math.max(Style.target, label.implicitHeight + 20)
            checked: list.current === choice.key
            font.pixelSize: Style.text
            text: choice.name
            Accessible.name: choice.name
            onClicked: {
                list.current = choice.key;
                list.chosen(choice.key);
            }

            indicator: RadioMark {
                x: 12
                y: (choice.height - height) / 2
                checked: choice.checked
            }

            contentItem: Text {
                id: label

                leftPadding: 44
                rightPadding: 12
                text: choice.name
                font: choice.font
                color: Style.ink
                verticalAlignment: Text.AlignVCenter
                wrapMode: Text.Wrap
            }

            background: Rectangle {
                radius: 6
                color: choice.checked ? Qt.alpha(Style.sea, 0.1) : Style.card
                border.width: choice.visualFocus ? 3 : 1
                border.color: choice.visualFocus ? Style.focus : choice.checked ? Style.sea : Style.rule
            }
        }
    }
}
