import QtQuick
import Kiosk

// The office that the times are at, and whether it is open.
Column {
    id: line

    required property string office
    required property string condition
    required property string language
    property color ink: Theme.ink

    visible: line.office !== "" || line.condition !== ""

    Words {
        width: line.width
        visible: text !== ""
        text: line.office
        language: line.language
        color: line.ink
        font.weight: Font.Bold
    }

    Words {
        width: line.width
        visible: text !== ""
        text: line.condition
        language: line.language
        color: line.ink === Theme.ink ? Theme.quiet : line.ink
    }
}
