import QtQuick
import Kiosk.Model

// What every kind of slide has: its card, and the picture that must be decoded before it is shown.
Item {
    required property SlideCard card
    property SlidePicture picture: null
}
