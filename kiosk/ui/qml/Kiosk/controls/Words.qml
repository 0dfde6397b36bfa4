import QtQuick
import Kiosk

// Text in the font of its language, aligned to the side where its readers start.
Text {
    id: words

    property string language: "sv"

    font.family: Theme.family(words.language)
    font.pixelSize: Theme.body
    color: Theme.ink
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignLeft
    textFormat: Text.PlainText
    renderType: Text.QtRendering
}
