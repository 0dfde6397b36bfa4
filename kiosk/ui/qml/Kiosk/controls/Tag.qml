import QtQuick
import Kiosk

// Names the language of a text, where that is not the reader's own.
Rectangle {
    id: tag

    required property string text
    property string language: "sv"

    implicitWidth: words.implicitWidth + Theme.gap
    implicitHeight: words.implicitHeight + Theme.gap * 0.3
    height: tag.implicitHeight
    width: tag.implicitWidth
    visible: tag.text !== ""
    radius: tag.height / 2
    color: Theme.mist

    Words {
        id: words

        anchors.centerIn: parent
        text: tag.text
        language: tag.language
        wrapMode: Text.NoWrap
        font.weight: Font.DemiBold
        Accessible.name: tag.text
    }
}
