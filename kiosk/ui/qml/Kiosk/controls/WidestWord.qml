import QtQuick
import Kiosk

// Measures a text: `implicitWidth` is that of its widest word. A text is rather smaller than broken within a word.
Words {
    id: words

    property string of: ""

    // The font size in pixels, at most the one measured with, at which no word is wider.
    function sizeFor(width: real): int {
        const size = words.font.pixelSize;
        return width <= 0 || words.implicitWidth <= width ? size : Math.floor(size * width / words.implicitWidth);
    }

    visible: false
    text: words.of.split(/\s+/).join("\n")
    wrapMode: Text.NoWrap
}
