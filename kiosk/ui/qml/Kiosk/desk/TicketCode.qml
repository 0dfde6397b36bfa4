import QtQuick
import Kiosk

// The code for the phone, which is on every part of the ticket, or a picture of a desk if there is no code.
Item {
    id: ticketCode

    required property url code
    required property real side
    readonly property bool coded: ticketCode.code.toString() !== ""

    width: ticketCode.side
    height: ticketCode.side

    QrCard {
        objectName: "qr"
        visible: ticketCode.coded
        side: ticketCode.side
        code: ticketCode.code
    }

    Pictogram {
        anchors.centerIn: parent
        visible: !ticketCode.coded
        icon: "desk"
        tint: Theme.sea
        size: ticketCode.side * 0.6
    }
}
