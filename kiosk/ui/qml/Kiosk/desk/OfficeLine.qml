import QtQuick
import Kiosk

// Where the times above are: the office, and whether it is open.
Column {
    id: line

    required property string office
    required property string condition
    required property string language

    visible: line.office !== ""

    Words {
        width: line.width
        text: line.office
        language: line.language
        font.weight: Font.Bold
    }

    Words {
        width: line.width
        visible: text !== ""
        text: line.condition
        language: line.language
        color: Theme.quiet
    }
}
