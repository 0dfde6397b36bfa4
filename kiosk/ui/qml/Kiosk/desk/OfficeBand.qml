import QtQuick
import Kiosk
import Kiosk.Model

// What fills a tall screen above the height that a hand can reach: where one is, and until when it is open.
Rectangle {
    id: band

    required property OfficeStatusModel office
    required property string language

    color: Theme.night
    clip: true

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        Words {
            width: parent.width
            text: band.office.name
            language: band.language
            color: Theme.nightInk
            font.pixelSize: Theme.plain * 1.4
            font.weight: Font.DemiBold
        }

        OpenPill {
            anchors.left: parent.left
            open: band.office.open
            text: band.office.condition
            language: band.language
            mostWidth: parent.width
        }
    }
}
