import QtQuick
import Kiosk

// A title, a text and one or two lines of facts, with a picture if there is one.
IllustratedSlide {
    id: slide

    Rectangle {
        id: badge

        anchors.left: parent.left
        visible: slide.card.icon !== "" && Theme.touchable && !slide.face
        width: Theme.slideTitle * 1.5
        height: badge.width
        radius: badge.width / 2
        color: Theme.accent(slide.card.tone)

        Pictogram {
            anchors.centerIn: parent
            icon: slide.card.icon
            tint: Theme.ground(slide.card.tone)
            size: badge.width * 0.62
        }
    }

    Words {
        width: parent.width
        text: slide.card.title
        language: slide.card.language
        color: slide.ink
        font.pixelSize: slide.titleSize
        font.weight: Font.Bold
        lineHeight: Theme.touchable ? 1 : 0.9
        wrapMode: Theme.touchable ? Text.Wrap : Text.WordWrap
    }

    Words {
        width: parent.width
        visible: text !== ""
        text: slide.card.body
        language: slide.card.language
        color: slide.ink
        font.pixelSize: slide.bodySize
        wrapMode: Theme.touchable ? Text.Wrap : Text.WordWrap
    }

    SlideRows {
        width: parent.width
        card: slide.card
        labelSize: slide.smallSize
        detailSize: Theme.touchable ? Theme.slideBody * 0.92 : slide.bodySize
    }
}
