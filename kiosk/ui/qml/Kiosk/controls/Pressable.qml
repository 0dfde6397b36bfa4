pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kiosk

// Anything that can be pressed by finger, key or switch, with an accessible name, and a focus ring on any background.
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

        Loader {
            anchors.fill: parent
            active: pressable.visualFocus
            sourceComponent: FocusRing {
                rounding: pressable.rounding
            }
        }
    }
}
