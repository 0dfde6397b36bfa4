import QtQuick
import Kiosk.Model

// What every kind of slide has: its card, whether it is seen and may move, and whether all of it can be drawn.
Item {
    id: body

    required property SlideCard card
    property bool seen: false
    property bool playing: false
    property SlidePicture picture: null
    property bool ready: !body.picture || body.picture.status === Image.Ready
    property bool failed: body.picture !== null && body.picture.status === Image.Error

    signal ended

    anchors.fill: parent
}
