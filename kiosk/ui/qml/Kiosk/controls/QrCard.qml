import QtQuick
import Kiosk

// A QR code on a white card, each module a whole number of pixels. Never mirrored, never smoothed.
Rectangle {
    id: card

    required property url code
    property real side: 40 * Theme.unit
    readonly property bool ready: image.status === Image.Ready

    width: card.side
    height: card.side
    radius: Theme.radius
    color: "#FFFFFF"

    Image {
        id: image

        readonly property int modulePx: Math.max(1, Math.floor(card.side / Math.max(1, image.sourceSize.width)))

        anchors.centerIn: parent
        width: image.modulePx * image.sourceSize.width
        height: image.width
        source: card.code
        smooth: false
        mirror: false
    }
}
