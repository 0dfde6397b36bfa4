pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A greeting in all languages of the screen at once, so that everyone finds their own.
IllustratedSlide {
    id: slide

    spacing: Theme.touchable ? 1.4 * Theme.gap : 0.4 * Theme.gap

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
            font.pixelSize: emphasis ? (Theme.touchable ? Theme.slideTitle : slide.titleSize) : Theme.touchable ? Theme.slideTitle * 0.62 : slide.bodySize
            font.weight: Font.Bold
            lineHeight: Theme.touchable ? 1 : 0.9
            wrapMode: Theme.touchable ? Text.Wrap : Text.WordWrap
        }
    }

    Words {
        width: parent.width
        visible: text !== ""
        text: slide.card.body
        language: slide.card.language
        color: slide.ink
        font.pixelSize: Theme.touchable ? Theme.slideBody : slide.smallSize
        wrapMode: Theme.touchable ? Text.Wrap : Text.WordWrap
    }
}
