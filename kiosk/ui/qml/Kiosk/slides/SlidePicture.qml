import QtQuick

// A picture, decoded at its display size in another thread and released with its slide. Each change of source or size
// decodes it again, so it is not read before the slide is laid out.
Image {
    id: picture

    required property url file

    // Whether to show all of the picture, instead of cropping it to fill its area.
    property bool whole: false
    property bool laidOut: false

    // Whether the file has no transparency.
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
