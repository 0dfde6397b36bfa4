import QtQuick
import Kiosk

// A button of the control bar: a pictogram above a label that never wraps, in the same size as on the other buttons.
Pressable {
    id: button

    required property string sign
    property color ink: Theme.nightInk
    property bool on: false
    property real labelSize: button.fitting

    // The maximum font size at which the label fits within its padding.
    readonly property real fitting: measure.font.pixelSize * Math.min(1, (button.width - Theme.gap) / measure.implicitWidth)
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
                height: 1.5 * measure.font.pixelSize
                text: button.text
                language: button.language
                color: button.front
                font.pixelSize: button.labelSize
                font.weight: Font.DemiBold
                verticalAlignment: Text.AlignVCenter
                wrapMode: Text.NoWrap
            }
        }

        Words {
            id: measure

            visible: false
            text: button.text
            language: button.language
            font.pixelSize: Theme.plain * Math.min(Theme.textScale, 1.25)
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
        }
    }
}
