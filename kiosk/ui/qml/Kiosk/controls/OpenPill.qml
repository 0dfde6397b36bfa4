import QtQuick
import Kiosk

// Whether an office is open, in words beside a lamp in colour; on two lines if they do not fit on one.
Rectangle {
    id: pill

    required property bool open
    required property string text
    property string language: "sv"
    property real mostWidth: 80 * Theme.unit

    visible: pill.text !== ""
    implicitWidth: Math.min(words.implicitWidth + lamp.width + 3 * Theme.gap, pill.mostWidth)
    implicitHeight: 6.6 * Theme.unit
    radius: pill.height / 2
    color: pill.open ? Theme.leaf : Theme.quiet

    Rectangle {
        id: lamp

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.slideSmall * 0.5
        height: lamp.width
        radius: lamp.width / 2
        color: Theme.dim || Theme.contrast ? Theme.paper : pill.open ? Theme.openLamp : Theme.shutLamp
    }

    Words {
        id: words

        anchors.left: lamp.right
        anchors.leftMargin: Theme.gap * 0.6
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        verticalAlignment: Text.AlignVCenter
        text: pill.text
        language: pill.language
        color: Theme.paper
        font.pixelSize: Theme.slideSmall * 0.9
        maximumLineCount: 2
        lineHeight: 0.9
        fontSizeMode: Text.Fit
        wrapMode: Text.WordWrap  // otherwise Qt breaks words before it makes them smaller
        minimumPixelSize: Theme.slideSmall * 0.6
    }
}
