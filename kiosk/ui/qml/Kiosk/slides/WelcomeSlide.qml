pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A greeting in all the screen's languages at once, so that everyone finds their own.
IllustratedSlide {
    id: slide

    Repeater {
        model: slide.card.rows

        Words {
            required property string label
            required property string detail
            required property bool emphasis

            width: parent ? parent.width : 0
            text: label
            language: detail
            color: emphasis ? Theme.accent(slide.card.tone) : slide.ink
            font.pixelSize: emphasis ? Theme.slideTitle : Theme.slideTitle * 0.62
            font.weight: Font.Bold
        }
    }

    Words {
        width: parent.width
        visible: text !== ""
        text: slide.card.body
        language: slide.card.language
        color: slide.ink
        font.pixelSize: Theme.slideBody
    }
}
