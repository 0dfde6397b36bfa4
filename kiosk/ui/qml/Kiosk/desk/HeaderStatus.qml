import QtQuick
import Kiosk
import Kiosk.Model

// The office of the screen, whether it is open, and when the times below were last updated.
Column {
    id: status

    required property OfficeStatusModel office
    required property string updated
    required property string language

    spacing: Theme.gap * 0.6

    Words {
        width: parent.width
        text: status.office.name
        language: status.language
        color: Theme.nightInk
        font.weight: Font.DemiBold
        font.pixelSize: Theme.plain
    }

    Row {
        anchors.left: parent.left
        spacing: Theme.gap

        OpenPill {
            id: pill

            open: status.office.open
            text: status.office.condition
            language: status.language
            mostWidth: status.width
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            visible: text !== "" && pill.width + implicitWidth + Theme.gap <= status.width
            text: status.updated
            language: status.language
            color: Theme.nightInk
            font.pixelSize: Theme.plain
            wrapMode: Text.NoWrap
        }
    }
}
