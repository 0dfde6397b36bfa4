import QtQuick
import Kiosk

// A free time, the day above the time; without a time, the way to ask for another.
Pressable {
    id: slot

    required property string key
    required property string day
    required property string time

    objectName: "slot-" + slot.key
    fill: Theme.mist
    edge: slot.time === "" || Theme.contrast ? Theme.rule : slot.fill
    rounding: Theme.radius / 2
    implicitHeight: Math.max(Theme.target, words.height + Theme.gap * 0.6, 1.4 * (Theme.body + Theme.lead) + Theme.gap * 0.6)
    Accessible.name: slot.day + " " + slot.time

    contentItem: Item {
        Column {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width

            Words {
                width: parent.width
                text: slot.day
                language: slot.language
                color: slot.time === "" ? Theme.ink : Theme.quiet
                horizontalAlignment: Text.AlignHCenter
            }

            Words {
                width: parent.width
                visible: slot.time !== ""
                text: slot.time
                language: slot.language
                font.pixelSize: Theme.lead
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }
}
