import QtQuick
import Kiosk
import Kiosk.Model

// Beside the slides, or below them on a portrait screen: an invitation in each language in turn, and whether
// the office is open.
Rectangle {
    id: panel

    required property AttractBarModel bar
    required property bool touch

    color: Theme.night
    LayoutMirroring.enabled: panel.bar.rtl
    LayoutMirroring.childrenInherit: true

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gap * 1.6
        spacing: Theme.gap * 1.4

        Pictogram {
            anchors.left: parent.left
            icon: panel.touch ? "hand" : "location"
            tint: Theme.sun
            size: Theme.slideTitle
        }

        Words {
            width: parent.width
            text: panel.bar.invitation
            language: panel.bar.language
            color: Theme.nightInk
            font.pixelSize: Theme.slideSmall
            font.weight: Font.DemiBold
        }

        Words {
            width: parent.width
            visible: text !== "" && !Theme.portrait
            text: panel.bar.place
            language: panel.bar.language
            color: Theme.nightQuiet
            font.pixelSize: Theme.slideSmall * 0.9
        }

        OpenPill {
            anchors.left: parent.left
            open: panel.bar.officeOpen
            text: panel.bar.officeState
            language: panel.bar.language
            mostWidth: parent.width
        }
    }
}
