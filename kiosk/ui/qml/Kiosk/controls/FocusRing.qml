import QtQuick
import Kiosk

// Marks the item with keyboard focus: a dark ring with a light one inside it, so that one is visible on any background.
Item {
    id: ring

    required property real rounding

    Rectangle {
        anchors.fill: parent
        anchors.margins: -2 * Theme.line
        radius: ring.rounding
        color: "transparent"
        border.width: 3 * Theme.line
        border.color: Theme.contrast ? "#FFE14D" : "#0B2A6B"
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.line
        radius: ring.rounding
        color: "transparent"
        border.width: 2 * Theme.line
        border.color: "#FFFFFF"
    }
}
