pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The way to book: a code for the phone, the same in words, and what to show at the desk without one.
Item {
    id: page

    required property Desk desk
    required property Printing printing

    PageTitle {
        id: heading

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        text: page.desk.hasTime ? qsTr("Book this time") : qsTr("Book a time")
        note: qsTr("Scan the code with your phone. You book on your own phone; nothing is saved here.")
        icon: "qr"
        language: page.desk.language
    }

    Grid {
        id: halves

        anchors.top: heading.bottom
        anchors.topMargin: Theme.gap * 1.5
        anchors.left: parent.left
        anchors.right: parent.right
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.margin
        rowSpacing: Theme.margin
        horizontalItemAlignment: Theme.portrait ? Grid.AlignHCenter : Grid.AlignLeft

        Column {
            id: takeaway

            readonly property real room: page.height - heading.height - Theme.gap * 2 - (slip.visible ? slip.height + takeaway.spacing : 0)

            width: page.width * (Theme.portrait ? 0.56 : 0.34)
            spacing: Theme.gap

            QrCard {
                objectName: "qr"
                anchors.horizontalCenter: parent.horizontalCenter
                side: Theme.portrait ? takeaway.width : Math.min(takeaway.width, takeaway.room)
                code: page.desk.ticketQr
            }

            PrintLine {
                id: slip

                width: parent.width
                printing: page.printing
                language: page.desk.language
            }
        }

        Column {
            width: Theme.portrait ? page.width : page.width - takeaway.width - Theme.margin
            spacing: Theme.gap

            Repeater {
                model: page.desk.facts

                FactLine {
                    width: parent ? parent.width : 0
                    language: page.desk.language
                }
            }

            FactLine {
                width: parent.width
                visible: value !== ""
                label: qsTr("You can also call")
                value: page.desk.ticketPhone
                detail: ""
                icon: "phone"
                language: page.desk.language
            }

            Rectangle {
                width: parent.width
                height: staff.height + 2 * Theme.gap
                radius: Theme.radius
                color: Theme.sun

                Column {
                    id: staff

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.margins: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter

                    Words {
                        width: parent.width
                        text: qsTr("Or show this at the desk:")
                        language: page.desk.language
                    }

                    Words {
                        width: parent.width
                        LayoutMirroring.enabled: false
                        text: page.desk.staffWords + " " + page.desk.ticketCode
                        language: page.desk.staffLanguage
                        font.weight: Font.DemiBold
                        font.pixelSize: Theme.lead
                    }
                }
            }
        }
    }
}
