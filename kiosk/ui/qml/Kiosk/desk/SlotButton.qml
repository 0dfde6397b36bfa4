import QtQuick
import QtQuick.Templates as T
import Kiosk

// A free time, the day above the time; without a time, the way to ask for another.
T.AbstractButton {
    id: slot

    required property string key
    required property string day
    required property string time
    property string language: "sv"
    property color fill: Theme.mist

    objectName: "slot-" + slot.key
    implicitHeight: Math.max(Theme.target, (2.1 + 1.36 * 1.25) * Theme.body)
    Accessible.name: slot.day + " " + slot.time
    Accessible.role: Accessible.Button

    background: Rectangle {
        radius: Theme.radius / 2
        color: slot.pressed ? Qt.darker(slot.fill, 1.12) : slot.fill
        border.width: slot.visualFocus ? 3 * Theme.line : Theme.line
        border.color: slot.visualFocus ? Theme.sun : slot.time === "" ? Theme.rule : slot.fill
    }

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
