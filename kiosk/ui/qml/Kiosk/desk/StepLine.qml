import QtQuick
import Kiosk

// One of the numbered steps of booking.
Item {
    id: step

    required property string number
    required property string text
    required property string language

    implicitHeight: Math.max(disc.height, words.height)
    height: step.implicitHeight

    Rectangle {
        id: disc

        anchors.left: parent.left
        width: Theme.body * 1.4
        height: disc.width
        radius: disc.width / 2
        color: Theme.sea

        Words {
            anchors.centerIn: parent
            text: step.number
            color: Theme.seaInk
            font.weight: Font.Bold
        }
    }

    Words {
        id: words

        anchors.left: disc.right
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        text: step.text
        language: step.language
        Accessible.name: step.number + ". " + step.text
    }
}
