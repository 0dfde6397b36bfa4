import QtQuick
import Kiosk

// A title, a text and a line or two of facts, with a picture if there is one.
IllustratedSlide {
    id: slide

    Rectangle {
        id: badge

        anchors.left: parent.left
        visible: slide.card.icon !== ""
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
        font.pixelSize: slide.illustrated ? Theme.slideTitle * 0.85 : Theme.slideTitle
        font.weight: Font.Bold
    }

    Words {
        width: parent.width
        visible: text !== ""
        text: slide.card.body
        language: slide.card.language
        color: slide.ink
        font.pixelSize: Theme.slideBody
    }

    SlideRows {
        width: parent.width
        card: slide.card
    }
}
