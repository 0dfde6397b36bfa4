import QtQuick
import Kiosk

// A button of the control bar: a pictogram above a word that never wraps.
Pressable {
    id: button

    required property string sign
    property color ink: Theme.nightInk
    property bool on: false
    readonly property color front: button.on ? Theme.sunInk : button.ink

    fill: button.on ? Theme.sun : Theme.night
    edge: Theme.nightRule
    opacity: button.enabled ? 1 : 0.4
    implicitHeight: Math.max(Theme.target, content.implicitHeight + Theme.gap * 0.6)

    contentItem: Item {
        Column {
            id: content

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width

            Pictogram {
                anchors.horizontalCenter: parent.horizontalCenter
                icon: button.sign
                tint: button.front
                size: Theme.plain * 1.35
            }

            Words {
                anchors.horizontalCenter: parent.horizontalCenter
                width: parent.width - Theme.gap * 0.8
                text: button.text
                language: button.language
                color: button.front
                font.pixelSize: Theme.plain * Math.min(Theme.textScale, 1.25)
                height: 1.5 * font.pixelSize
                verticalAlignment: Text.AlignVCenter
                font.weight: Font.DemiBold
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.plain * 0.7
            }
        }
    }
}
