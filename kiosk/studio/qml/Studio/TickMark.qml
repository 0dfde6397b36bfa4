import QtQuick
import Studio

// The box of a checkbox.
Rectangle {
    id: mark

    required property bool checked

    implicitWidth: 22
    implicitHeight: 22
    radius: 4
    color: mark.checked ? Style.sea : Style.card
    border.color: mark.checked ? Style.sea : Style.rule

    Text {
        anchors.centerIn: parent
        visible: mark.checked
        text: "✓"
        color: Style.seaInk
        font.pixelSize: Style.text
        font.weight: Font.Bold
    }
}
