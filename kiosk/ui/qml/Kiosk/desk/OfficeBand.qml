import QtQuick
import Kiosk
import Kiosk.Model

// What fills a tall screen above the height that a hand can reach: where one is, and until when it is open.
Rectangle {
    id: band

    required property Desk desk

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
            text: band.desk.officeName
            language: band.desk.language
            color: Theme.nightInk
            font.pixelSize: Theme.plain * 1.4
            font.weight: Font.DemiBold
        }

        OpenPill {
            anchors.left: parent.left
            open: band.desk.officeOpen
            text: band.desk.officeState
            language: band.desk.language
            mostWidth: parent.width
        }
    }
}
