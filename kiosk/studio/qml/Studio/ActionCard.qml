import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Studio

// One of the four large actions: a title and an explanation.
Button {
    id: action

    required property string hint
    property color tone: Style.sea

    Layout.fillWidth: true
    Layout.preferredWidth: 1
    implicitHeight: 136
    padding: 18
    Accessible.name: action.text
    Accessible.description: action.hint
    Keys.onReturnPressed: action.clicked()
    Keys.onEnterPressed: action.clicked()

    contentItem: ColumnLayout {
        spacing: 4

        Text {
            Layout.fillWidth: true
            text: action.text
            font.pixelSize: 19
            font.weight: Font.DemiBold
            color: Style.seaInk
            wrapMode: Text.Wrap
        }

        Text {
            Layout.fillWidth: true
            Layout.fillHeight: true
            verticalAlignment: Text.AlignTop
            text: action.hint
            font.pixelSize: Style.small
            color: Style.seaInk
            wrapMode: Text.Wrap
        }
    }

    background: Rectangle {
        radius: Style.radius
        color: action.down ? Qt.darker(action.tone, 1.2) : action.hovered ? Qt.darker(action.tone, 1.08) : action.tone
        border.width: action.visualFocus ? 4 : 0
        border.color: Style.focus
    }
}
