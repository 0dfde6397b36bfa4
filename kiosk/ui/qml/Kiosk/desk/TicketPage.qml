pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The way to book: a code for the phone, the same in words, and what to show at the desk without one.
Item {
    id: page

    required property Desk desk
    required property Printing printing

    // A code is read from ten times its width away.
    readonly property real least: 0.125 * Theme.distanceMm * Theme.pxPerMm
    readonly property real side: {
        if (Theme.textScale > 1.5)
            return page.least;
        return Theme.portrait ? page.width * 0.4 : Math.max(page.least, Math.min(page.width * 0.34, takeaway.room));
    }
    readonly property bool stacked: Theme.portrait || Theme.textScale > 1.5

    Scroller {
        anchors.fill: parent
        desk: page.desk
        name: "ticket"
        spacing: Theme.gap * 1.5

        PageTitle {
            id: heading

            width: page.width
            text: page.desk.hasTime ? qsTr("Book this time") : qsTr("Book a time")
            note: qsTr("Scan the code with your phone. You book on your own phone; nothing is saved here.")
            icon: "qr"
            language: page.desk.language
        }

        Grid {
            columns: page.stacked ? 1 : 2
            columnSpacing: Theme.margin
            rowSpacing: Theme.margin

            Column {
                id: takeaway

                readonly property real room: page.height - heading.height - Theme.gap * 2 - (slip.visible ? slip.height + takeaway.spacing : 0)

                width: page.stacked ? page.width : page.width * 0.34
                spacing: Theme.gap

                QrCard {
                    objectName: "qr"
                    anchors.horizontalCenter: parent.horizontalCenter
                    side: page.side
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
                width: page.stacked ? page.width : page.width - takeaway.width - Theme.margin
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
                            color: Theme.sunInk
                        }

                        Words {
                            width: parent.width
                            LayoutMirroring.enabled: false
                            text: page.desk.staffWords + " " + page.desk.ticketCode
                            language: page.desk.staffLanguage
                            color: Theme.sunInk
                            font.weight: Font.DemiBold
                            font.pixelSize: Theme.lead
                        }
                    }
                }
            }
        }
    }
}
