import QtQuick
import Kiosk

// Marks what has the focus of the keys: a dark ring and a light one within it, so that one of them is seen on any ground.
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
