pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The printed ticket: a button if a printer is ready, otherwise a message about the printer.
Item {
    id: line

    required property Printing printing
    property string language: "sv"
    readonly property real textSize: Theme.plain * Math.min(Theme.textScale, 1.25)

    function words(state: string): string {
        switch (state) {
        case "":
        case "ready":
            return "";
        case "printing":
            return qsTr("Printing …");
        case "printed":
            return qsTr("Take your ticket.");
        case "paper-out":
            return qsTr("The printer is out of paper. Scan the QR code, or ask the staff.");
        case "cover-open":
            return qsTr("The printer’s cover is open. Scan the QR code, or ask the staff.");
        case "offline":
            return qsTr("The printer is switched off. Scan the QR code, or ask the staff.");
        default:
            return qsTr("The printer does not work just now. Scan the QR code, or ask the staff.");
        }
    }

    visible: line.printing.state !== ""
    implicitHeight: line.printing.state === "ready" ? offer.implicitHeight : outcome.implicitHeight
    height: line.implicitHeight

    Loader {
        id: offer

        width: line.width
        active: line.printing.state === "ready"
        sourceComponent: TouchButton {
            objectName: "print-button"
            text: qsTr("Print a ticket")
            textSize: line.textSize
            sign: "printer"
            language: line.language
            onClicked: line.printing.print()
        }
    }

    Pictogram {
        id: mark

        anchors.left: parent.left
        anchors.verticalCenter: outcome.verticalCenter
        visible: outcome.visible
        icon: "printer"
        tint: Theme.sea
        size: line.textSize * 1.5
    }

    Words {
        id: outcome

        objectName: "print-words"
        anchors.left: mark.right
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        visible: text !== ""
        text: line.words(line.printing.state)
        language: line.language
        font.pixelSize: line.textSize
        font.weight: Font.DemiBold
        Accessible.role: Accessible.AlertMessage
        Accessible.name: outcome.text
    }
}
