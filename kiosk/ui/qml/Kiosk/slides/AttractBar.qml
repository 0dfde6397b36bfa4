import QtQuick
import Kiosk
import Kiosk.Model

// The bottom of every slide: an invitation in each language in turn, and whether the office is open.
Rectangle {
    id: strip

    required property AttractBarModel bar
    required property bool touch

    // What is kept free on the right, whichever way is read: a control there must not change its place.
    property real rightRoom: 0

    color: Theme.night
    LayoutMirroring.enabled: strip.bar.rtl
    LayoutMirroring.childrenInherit: true

    Pictogram {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin + (strip.bar.rtl ? strip.rightRoom : 0)
        anchors.verticalCenter: parent.verticalCenter
        visible: words.visible
        icon: strip.touch ? "hand" : "location"
        tint: Theme.sun
        size: Theme.slideBody * (Theme.portrait ? 1.8 : 1.25)
    }

    Grid {
        id: words

        visible: strip.bar.invitation !== ""
        anchors.left: sign.right
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin + (strip.bar.rtl ? 0 : strip.rightRoom)
        anchors.verticalCenter: parent.verticalCenter
        columns: Theme.portrait ? 1 : 2
        spacing: Theme.gap * 0.6
        verticalItemAlignment: Grid.AlignVCenter

        Words {
            width: words.width - (Theme.portrait || !pill.visible ? 0 : pill.width + words.spacing)
            text: strip.bar.invitation
            language: strip.bar.language
            color: Theme.paper
            font.pixelSize: Theme.slideSmall * 1.1
            font.weight: Font.DemiBold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.slideSmall * 0.7
            wrapMode: Text.NoWrap
        }

        OpenPill {
            id: pill

            open: strip.bar.officeOpen
            text: strip.bar.officeState
            language: strip.bar.language
            mostWidth: Theme.portrait ? words.width : words.width * 0.42
        }
    }
}
