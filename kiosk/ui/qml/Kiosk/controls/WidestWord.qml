import QtQuick
import Kiosk

// Measures a text: `implicitWidth` is that of its widest word. A text is made smaller before a word is broken.
Words {
    id: words

    property string of: ""

    // The largest font size in pixels, up to the current one, at which no word is wider than `width`.
    function sizeFor(width: real): int {
        const size = words.font.pixelSize;
        return width <= 0 || words.implicitWidth <= width ? size : Math.floor(size * width / words.implicitWidth);
    }

    visible: false
    text: words.of.split(/\s+/).join("\n")
    wrapMode: Text.NoWrap
}
