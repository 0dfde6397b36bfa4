import QtQuick
import Kiosk
import Kiosk.Model

// A line over whatever slide is on, while something has to be known. It stands still, to be read at any pace.
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
