import QtQuick
import Kiosk

// One of the product's line drawings, in one colour; rendered when it first becomes visible.
Image {
    id: pictogram

    required property string icon
    property color tint: Theme.ink
    property real size: Theme.body * 1.6
    readonly property bool shown: pictogram.visible && pictogram.icon !== "" && pictogram.size >= 1

    width: pictogram.size
    height: pictogram.size
    sourceSize: Qt.size(pictogram.size, pictogram.size)
    source: pictogram.shown ? "image://pictogram/" + pictogram.icon + "/" + pictogram.tint.toString().slice(1) : ""
}
