import QtQuick
import Studio

// The circle of a radio button.
Rectangle {
    id: mark

    required property bool checked

    implicitWidth: 22
    implicitHeight: 22
    radius: 11
    color: Style.card
    border.width: 2
    border.color: mark.checked ? Style.sea : Style.rule

    Rectangle {
        anchors.centerIn: parent
        visible: mark.checked
        width: 12
        height: 12
        radius: 6
        color: Style.sea
    }
}
