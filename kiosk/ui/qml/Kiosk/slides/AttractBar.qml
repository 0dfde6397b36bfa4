import QtQuick
import Kiosk
import Kiosk.Model

// Below every slide: an invitation in the slide's language, a word in each of the other languages in turn, and whether
// the office is open. A screen without touch has only the sign and the words.
Rectangle {
    id: strip

    required property AttractBarModel bar
    required property bool touch

    // Kept free on the right in either reading direction: the control there must not move.
    property real rightRoom: 0
    readonly property real side: Theme.margin + (strip.bar.rtl ? 0 : strip.rightRoom)

    // Lines stay anchored to the same edges on every screen: changing the anchors would leave the old width behind.
    readonly property real beside: strip.side + (sign.visible ? sign.width + Theme.gap : 0)
    readonly property bool below: strip.touch && Theme.portrait

    // A portrait screen without touch has one line for the sign and one for the words.
    readonly property bool stacked: !strip.touch && Theme.portrait && sign.visible
    readonly property real size: strip.touch ? Math.max(Theme.plain, Theme.slideSmall) : Theme.slideSmall

    color: Theme.night
    LayoutMirroring.enabled: strip.bar.rtl
    LayoutMirroring.childrenInherit: true

    Pictogram {
        id: hand

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin + (strip.bar.rtl ? strip.rightRoom : 0)
        anchors.verticalCenter: parent.verticalCenter
        visible: strip.touch && invitation.text !== ""
        icon: "hand"
        tint: Theme.sun
        size: strip.size * 1.7
    }

    OpenSign {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: strip.touch ? strip.width - strip.side - sign.width : Theme.margin
        y: strip.below ? strip.height / 2 + 0.1 * strip.size : strip.stacked ? strip.height / 2 - sign.height : (strip.height - sign.height) / 2
        width: sign.implicitWidth
        height: sign.implicitHeight
        known: strip.bar.officeKnown
        open: strip.bar.officeOpen
        hours: strip.bar.officeHours
        day: strip.bar.officeDay
        size: strip.size
    }

    Words {
        id: invitation

        anchors.left: hand.right
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: strip.below ? strip.side : strip.beside
        y: strip.height / 2 - height
        visible: strip.touch
        text: strip.bar.invitation
        language: strip.bar.language
        color: Theme.nightInk
        font.pixelSize: strip.size
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.plain * 0.9
        wrapMode: Text.NoWrap
    }

    Words {
        anchors.left: parent.left
        anchors.leftMargin: strip.touch ? hand.anchors.leftMargin + hand.width + Theme.gap : Theme.margin + (sign.visible && !strip.stacked ? sign.width + Theme.margin : 0)
        anchors.right: parent.right
        anchors.rightMargin: strip.touch ? strip.beside : strip.side
        y: strip.touch || strip.stacked ? strip.height / 2 : (strip.height - height) / 2
        text: strip.bar.words
        language: strip.bar.language
        color: strip.touch ? Theme.nightQuiet : Theme.nightInk
        font.pixelSize: strip.touch ? Math.max(Theme.plain, strip.size * 0.85) : strip.size
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: strip.touch ? Theme.plain * 0.9 : Theme.slideSmall
        wrapMode: Text.NoWrap
    }
}
