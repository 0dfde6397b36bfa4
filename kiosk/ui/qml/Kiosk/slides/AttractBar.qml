import QtQuick
import Kiosk
import Kiosk.Model

// The bottom of every slide: what can be done here in the slide's language, a word in the others in turn, and whether
// the office is open. On a screen that is only looked at, the sign and the words are all.
Rectangle {
    id: strip

    required property AttractBarModel bar
    required property bool touch

    // What is kept free on the right, whichever way is read: a control there must not change its place.
    property real rightRoom: 0
    readonly property real side: Theme.margin + (strip.bar.rtl ? 0 : strip.rightRoom)
    readonly property bool below: strip.touch && Theme.portrait
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

        anchors.left: strip.touch ? undefined : parent.left
        anchors.right: strip.touch ? parent.right : undefined
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: strip.side
        y: strip.below ? strip.height / 2 + 0.1 * strip.size : (strip.height - sign.height) / 2
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
        anchors.right: strip.below || !sign.visible ? parent.right : sign.left
        anchors.rightMargin: strip.below || !sign.visible ? strip.side : Theme.gap
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
        anchors.left: strip.touch ? hand.right : sign.visible ? sign.right : parent.left
        anchors.leftMargin: strip.touch ? Theme.gap : Theme.margin
        anchors.right: strip.touch && sign.visible ? sign.left : parent.right
        anchors.rightMargin: strip.touch && sign.visible ? Theme.gap : strip.side
        y: strip.touch ? strip.height / 2 : (strip.height - height) / 2
        text: strip.bar.words
        language: strip.bar.language
        color: strip.touch ? Theme.mist : Theme.nightInk
        font.pixelSize: strip.touch ? Math.max(Theme.plain, strip.size * 0.85) : strip.size
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: strip.touch ? Theme.plain * 0.9 : Theme.slideSmall
        wrapMode: Text.NoWrap
    }
}
