pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Names the language of a text that is not in the reader's own. Few texts have a tag, so others create no items for it.
Loader {
    id: tag

    required property string text
    property string language: "sv"

    active: tag.text !== ""
    visible: tag.active
    sourceComponent: Rectangle {
        id: pill

        implicitWidth: words.implicitWidth + Theme.gap
        implicitHeight: words.implicitHeight + Theme.gap * 0.3
        radius: pill.height / 2
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
}
