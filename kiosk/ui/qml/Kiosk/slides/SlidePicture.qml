import QtQuick

// A picture decoded at the size it is shown, off the main thread, and forgotten with its slide. Each change of source
// or size decodes all of it again, so nothing is read before the slide is laid out.
Image {
    id: picture

    required property url file

    // Whether all of it is shown, instead of as much as fills its place.
    property bool whole: false
    property bool laidOut: false

    // Whether nothing shines through the file.
    property bool opaque: false
    readonly property bool fills: !picture.whole || (picture.paintedWidth >= picture.width && picture.paintedHeight >= picture.height)
    readonly property bool coversAll: picture.opaque && picture.status === Image.Ready && picture.fills

    function read(): void {
        picture.laidOut = true;
    }

    asynchronous: true
    cache: false
    fillMode: picture.whole ? Image.PreserveAspectFit : Image.PreserveAspectCrop
    source: picture.laidOut ? picture.file : ""
    sourceSize: Qt.size(picture.width, picture.height)
    mirror: false
    clip: true
    Component.onCompleted: Qt.callLater(picture.read)
}
