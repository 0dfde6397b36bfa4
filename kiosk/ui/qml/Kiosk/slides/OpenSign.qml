import QtQuick
import Kiosk

// Whether and when an office is open, without words: an open or closed door, and the hours in digits.
Item {
    id: sign

    required property bool known
    required property bool open
    required property string hours
    property string day: ""
    property real size: Theme.slideSmall
    property color ink: Theme.nightInk

    visible: sign.known
    implicitWidth: lamp.width + (sign.day === "" ? 0 : date.width + 0.35 * sign.size) + (sign.hours === "" ? 0 : digits.width + 0.35 * sign.size)
    implicitHeight: Math.max(lamp.height, digits.height)
    Accessible.role: Accessible.StaticText
    Accessible.name: sign.day + " " + sign.hours

    Rectangle {
        id: lamp

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        width: 1.3 * sign.size
        height: lamp.width
        radius: 0.25 * lamp.width
        color: sign.open ? Theme.openLamp : Theme.shutLamp

        Pictogram {
            anchors.centerIn: parent
            icon: sign.open ? "door-open" : "door-closed"
            tint: Theme.lampInk
            size: 0.86 * lamp.width
        }
    }

    Words {
        id: date

        anchors.left: lamp.right
        anchors.leftMargin: 0.35 * sign.size
        anchors.verticalCenter: parent.verticalCenter
        visible: sign.day !== ""
        text: sign.day
        color: sign.ink
        font.pixelSize: sign.size
        wrapMode: Text.NoWrap
    }

    Words {
        id: digits

        anchors.left: date.visible ? date.right : lamp.right
        anchors.leftMargin: 0.35 * sign.size
        anchors.verticalCenter: parent.verticalCenter
        text: sign.hours
        color: sign.ink
        font.pixelSize: sign.size
        font.weight: Font.Bold
        wrapMode: Text.NoWrap
    }
}
