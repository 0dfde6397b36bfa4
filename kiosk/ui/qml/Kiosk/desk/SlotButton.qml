import QtQuick
import Kiosk

// A free time, with the day above the time; without a time, a button to ask for another one.
Pressable {
    id: slot

    required property string key
    required property string day
    required property string time
    property string brief: ""
    readonly property bool short: Theme.textScale > 1.2 && slot.brief !== ""

    objectName: "slot-" + slot.key
    rounding: Theme.radius / 2
    implicitHeight: Math.max(Theme.target, words.height + Theme.gap * 0.6, slot.short || slot.time === "" ? 0 : 1.4 * (Theme.body + Theme.lead) + Theme.gap * 0.6)
    Accessible.name: slot.day + " " + slot.time

    contentItem: Item {
        Column {
            id: words

            anchors.centerIn: parent
            width: slot.width - 0.6 * Theme.body

            Words {
                width: parent.width
                text: widest.of
                language: slot.language
                font.pixelSize: widest.sizeFor(words.width)
                color: slot.time === "" ? Theme.ink : Theme.quiet
                horizontalAlignment: Text.AlignHCenter
            }

            Words {
                width: parent.width
                visible: slot.time !== "" && !slot.short
                text: slot.time
                language: slot.language
                font.pixelSize: Theme.lead
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
            }
        }

        WidestWord {
            id: widest

            of: slot.short ? slot.brief : slot.day
            language: slot.language
        }
    }
}
