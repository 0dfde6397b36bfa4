import QtQuick
import Kiosk
import Kiosk.Model

// What a visitor without a telephone shows at the desk, in the staff's language.
Rectangle {
    id: card

    required property TicketPageModel ticket
    required property string language

    implicitHeight: content.height + Theme.gap
    height: card.implicitHeight
    radius: Theme.radius
    color: Theme.sun

    Column {
        id: content

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        width: card.width - 2 * Theme.gap

        Words {
            width: parent.width
            text: card.ticket.staffOpen ? qsTr("Or show this to the staff:") : qsTr("Or show this to the staff when we are open:")
            language: card.language
            color: Theme.sunInk
        }

        Words {
            objectName: "staff-words"
            width: parent.width
            LayoutMirroring.enabled: false
            text: card.ticket.staffWords
            language: card.ticket.staffLanguage
            color: Theme.sunInk
            font.weight: Font.DemiBold
        }

        Words {
            objectName: "staff-code"
            width: parent.width
            text: qsTr("Code: %1").arg("\u2066" + card.ticket.code + "\u2069")
            language: card.language
            color: Theme.sunInk
            font.weight: Font.Bold
            font.pixelSize: Theme.textScale > 1.2 ? Theme.body : Theme.lead
        }
    }
}
