import QtQuick
import Kiosk

// The most important message of a page, across its column: drop-in hours, or that nothing is booked yet.
Rectangle {
    id: band

    required property string text
    required property string language
    property string icon: "door-open"
    property real textSize: Theme.lead

    visible: band.text !== ""
    implicitHeight: Math.max(words.height, mark.height) + Theme.gap
    height: band.implicitHeight
    color: Theme.sun
    radius: Theme.radius / 2

    Pictogram {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        icon: band.icon
        tint: Theme.sunInk
        size: band.textSize * 1.4
    }

    Words {
        id: words

        anchors.left: mark.right
        anchors.leftMargin: Theme.gap
        width: band.width - mark.width - 3 * Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        text: band.text
        language: band.language
        color: Theme.sunInk
        font.pixelSize: band.textSize
        font.weight: Font.Bold
    }
}
