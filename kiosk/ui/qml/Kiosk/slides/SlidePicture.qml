import QtQuick

// A picture decoded at the size it is shown, off the main thread, and forgotten with its slide.
Image {
    id: picture

    // Whether all of it is shown, instead of as much as fills its place.
    property bool whole: false

    asynchronous: true
    cache: false
    fillMode: picture.whole ? Image.PreserveAspectFit : Image.PreserveAspectCrop
    sourceSize: Qt.size(picture.width, picture.height)
    mirror: false
    clip: true
}
