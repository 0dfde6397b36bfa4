import QtQuick
import Kiosk.Model

// The common base of all slides: the card, and whether all of it can be drawn.
Item {
    id: body

    required property SlideCard card
    property SlidePicture picture: null
    property bool ready: !body.picture || body.picture.status === Image.Ready
    property bool failed: body.picture !== null && body.picture.status === Image.Error

    // Whether the slide is a single opaque picture that covers the screen.
    property bool isOnePicture: false

    anchors.fill: parent
}
