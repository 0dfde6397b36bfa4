import QtQuick

// A picture decoded at the size it is shown, off the main thread, and forgotten with its slide.
Image {
    id: picture

    asynchronous: true
    cache: false
    fillMode: Image.PreserveAspectCrop
    sourceSize: Qt.size(picture.width, picture.height)
    mirror: false
    clip: true
}
