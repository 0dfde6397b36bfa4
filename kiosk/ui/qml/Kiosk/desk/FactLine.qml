import QtQuick
import Kiosk

// One fact on a ticket: a pictogram, the fact, and its details.
Item {
    id: fact

    required property string label
    required property string value
    required property string detail
    required property string icon
    property string language: "sv"
    property bool compact: Theme.textScale > 1.5
    readonly property real textSize: fact.compact ? Theme.body : Theme.lead

    implicitHeight: Math.max(mark.height, words.height)
    height: fact.implicitHeight

    Pictogram {
        id: mark

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.topMargin: (1.36 * fact.textSize - mark.height) / 2
        icon: fact.icon
        tint: Theme.sea
        size: Theme.body * (fact.compact ? 1.1 : 1.5)
    }

    Column {
        id: words

        anchors.left: mark.right
        anchors.leftMargin: Theme.gap
        width: fact.width - mark.width - Theme.gap

        Words {
            width: parent.width
            text: fact.value
            language: fact.language
            font.pixelSize: fact.textSize
            font.weight: Font.DemiBold
            Accessible.name: fact.label + ": " + fact.value
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: fact.detail
            language: fact.language
        }
    }
}
