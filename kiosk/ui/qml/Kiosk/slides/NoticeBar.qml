import QtQuick
import Kiosk
import Kiosk.Model

// A notice on top of the current slide. It does not scroll, so that everyone can read it at their own pace.
Rectangle {
    id: strip

    required property NoticeBarModel notices

    visible: strip.notices.text !== ""
    height: words.height + 1.4 * Theme.gap
    color: Theme.sun
    LayoutMirroring.enabled: strip.notices.rtl
    LayoutMirroring.childrenInherit: true
    Accessible.role: Accessible.AlertMessage
    Accessible.name: strip.notices.text

    Pictogram {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        icon: "alert"
        tint: Theme.sunInk
        size: Theme.slideSmall * 1.5
    }

    Words {
        id: words

        anchors.left: sign.right
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        text: strip.notices.text
        language: strip.notices.language
        color: Theme.sunInk
        font.pixelSize: Theme.slideSmall
        font.weight: Font.DemiBold
    }
}
