import QtQuick
import QtQuick.Templates as T
import Kiosk

// Whatever can be pressed by finger, key or switch: named for a screen reader, with a focus that is seen on any ground.
T.AbstractButton {
    id: pressable

    property string language: "sv"
    property color fill: Theme.card
    property color edge: Theme.rule
    property real rounding: Theme.radius

    focusPolicy: Qt.TabFocus
    Accessible.name: pressable.text
    Accessible.role: Accessible.Button
    Accessible.onPressAction: pressable.clicked()
    Keys.onReturnPressed: pressable.clicked()
    Keys.onEnterPressed: pressable.clicked()

    background: Rectangle {
        radius: pressable.rounding
        color: pressable.pressed ? Theme.contrast ? "#333333" : Qt.darker(pressable.fill, 1.12) : pressable.fill
        border.width: Theme.line
        border.color: pressable.edge

        Rectangle {
            anchors.fill: parent
            anchors.margins: -2 * Theme.line
            visible: pressable.visualFocus
            radius: pressable.rounding
            color: "transparent"
            border.width: 3 * Theme.line
            border.color: Theme.contrast ? "#FFE14D" : "#0B2A6B"
        }

        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.line
            visible: pressable.visualFocus
            radius: pressable.rounding
            color: "transparent"
            border.width: 2 * Theme.line
            border.color: "#FFFFFF"
        }
    }
}
