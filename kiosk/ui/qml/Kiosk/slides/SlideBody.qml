import QtQuick
import Kiosk.Model

// What every kind of slide has: its card, and whether all of it can be drawn.
Item {
    id: body

    required property SlideCard card
    property SlidePicture picture: null
    property bool ready: !body.picture || body.picture.status === Image.Ready
    property bool failed: body.picture !== null && body.picture.status === Image.Error

    // Whether it is nothing but an opaque picture that covers the screen.
    property bool isOnePicture: false

    anchors.fill: parent
}
