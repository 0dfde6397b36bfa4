import QtQuick
import Kiosk

// A warning to the public: the pictogram of its kind, what to do in one language, and the sender's headline in
// Swedish. An exercise has a band across the top that says so.
SlideBody {
    id: slide

    readonly property color ink: Theme.text(slide.card.tone)
    readonly property bool exercise: slide.card.state !== ""
    readonly property real head: slide.exercise ? band.height : 0
    readonly property real edge: Theme.gap
    readonly property real sign: Theme.portrait ? Math.min(0.4 * slide.width, 0.2 * slide.height) : 0.24 * slide.width
    readonly property real wordsX: Theme.portrait ? Theme.margin : slide.sign + 2 * Theme.margin
    readonly property real wordsY: Theme.portrait ? slide.head + slide.sign + 2 * slide.edge : slide.head + slide.edge
    readonly property real inner: slide.width - slide.wordsX - Theme.margin

    Rectangle {
        id: band

        width: slide.width
        height: what.height + slide.edge
        visible: slide.exercise
        color: Theme.ground("ink")

        Words {
            id: what

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            width: slide.width - 2 * Theme.margin
            text: slide.card.state
            language: slide.card.language
            color: Theme.sun
            font.pixelSize: Theme.slideSmall
            font.weight: Font.Bold
            wrapMode: Text.WordWrap
        }
    }

    Pictogram {
        anchors.left: parent.left
        anchors.leftMargin: Theme.portrait ? (slide.width - slide.sign) / 2 : Theme.margin
        y: Theme.portrait ? slide.head + slide.edge : slide.head + (slide.height - slide.head - slide.sign) / 2
        icon: slide.card.icon
        tint: slide.ink
        size: slide.sign
    }

    Words {
        id: title

        anchors.left: parent.left
        anchors.leftMargin: slide.wordsX
        y: slide.wordsY
        width: slide.inner
        visible: title.text !== ""
        text: slide.card.title
        language: slide.card.language
        color: slide.ink
        font.pixelSize: Theme.slideSmall
        font.weight: Font.Bold
        wrapMode: Text.WordWrap
    }

    Words {
        id: body

        anchors.left: parent.left
        anchors.leftMargin: slide.wordsX
        y: title.y + (title.visible ? title.implicitHeight : 0)
        width: slide.inner
        height: (headline.visible ? headline.y : slide.height) - body.y - slide.edge
        text: slide.card.body
        language: slide.card.language
        color: slide.ink
        verticalAlignment: Text.AlignVCenter
        font.pixelSize: Theme.slideBody * (Theme.touchable ? 2 : 1.2)
        font.weight: Font.DemiBold
        lineHeight: 0.95
        fontSizeMode: Text.Fit
        minimumPixelSize: 0.6 * Theme.slideSmall
        wrapMode: Text.WordWrap
    }

    Rectangle {
        anchors.left: headline.left
        y: headline.y - slide.edge / 2
        width: slide.inner
        height: Theme.line
        visible: headline.visible
        color: slide.ink
    }

    Words {
        id: headline

        anchors.left: parent.left
        anchors.leftMargin: slide.wordsX
        y: slide.height - headline.height - slide.edge
        width: slide.inner
        height: Math.min(headline.implicitHeight, 0.34 * slide.height)
        visible: headline.text !== ""
        text: slide.card.figure
        language: "sv"
        color: slide.ink
        font.pixelSize: Theme.slideSmall
        lineHeight: 0.95
        fontSizeMode: Text.Fit
        minimumPixelSize: 0.6 * Theme.slideSmall
        wrapMode: Text.Wrap
    }
}
