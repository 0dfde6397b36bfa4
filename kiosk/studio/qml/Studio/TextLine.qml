import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Studio

// A text field with its label above and its problems below.
ColumnLayout {
    id: line

    required property string label
    property alias text: field.text
    property string wrong: ""
    property bool secret: false
    property alias field: field

    signal written(text: string)

    Layout.fillWidth: true
    spacing: 4

    Text {
        Layout.fillWidth: true
        text: line.label
        color: Style.quiet
        font.pixelSize: Style.small
        wrapMode: Text.Wrap
    }

    TextField {
        id: field

        Layout.fillWidth: true
        implicitHeight: Style.target
        font.pixelSize: Style.text
        color: Style.ink
        selectByMouse: true
        echoMode: line.secret ? TextInput.Password : TextInput.Normal
        Accessible.name: line.label
        Accessible.description: line.wrong
        onTextEdited: line.written(field.text)

        background: Rectangle {
            radius: 6
            color: enabled ? Style.card : Style.paper
            border.width: field.activeFocus ? 3 : 1
            border.color: line.wrong ? Style.berry : field.activeFocus ? Style.focus : Style.rule
        }
    }

    Text {
        Layout.fillWidth: true
        visible: line.wrong !== ""
        text: line.wrong
        color: Style.berry
        font.pixelSize: Style.small
        wrapMode: Text.Wrap
    }
}
