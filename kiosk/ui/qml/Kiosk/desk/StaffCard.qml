import QtQuick
import Kiosk
import Kiosk.Model

// What a visitor without a telephone shows at the desk, in the language of the desk.
Rectangle {
    id: card

    required property TicketPageModel ticket
    required property string language

    implicitHeight: content.height + 2 * Theme.gap
    height: card.implicitHeight
    radius: Theme.radius
    color: Theme.sun

    Column {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.gap
        anchors.verticalCenter: parent.verticalCenter

        Words {
            width: parent.width
            text: qsTr("Or show this to the staff:")
            language: card.language
            color: Theme.sunInk
        }

        Words {
            objectName: "staff-words"
            width: parent.width
            LayoutMirroring.enabled: false
            text: card.ticket.staffWords + " " + card.ticket.code
            language: card.ticket.staffLanguage
            color: Theme.sunInk
            font.weight: Font.DemiBold
            font.pixelSize: Theme.lead
        }
    }
}
