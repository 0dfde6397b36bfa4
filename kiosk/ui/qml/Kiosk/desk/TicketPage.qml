pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The way to book: a code for the phone, the same in words, and what to show at the desk without one.
Item {
    id: page

    required property TicketPageModel model
    required property DeskControls controls
    required property PageParts parts
    required property Printing printing

    // A code is read from ten times its width away; its margin and the whole pixels of its modules take a third of the card.
    readonly property real least: 0.16 * Theme.distanceMm * Theme.pxPerMm
    readonly property real line: 1.5 * Theme.lead
    readonly property real turning: Theme.target + Theme.gap
    readonly property real most: page.height - page.turning - page.line
    readonly property real side: {
        if (Theme.textScale > 1.2 || page.cramped)
            return Math.min(page.least, page.most);
        return Theme.portrait ? Math.max(page.least, page.width * 0.34) : Math.max(page.least, Math.min(page.width * 0.34, takeaway.room));
    }
    readonly property bool coded: page.model.qr.toString() !== ""
    readonly property bool datable: page.model.calendarQr.toString() !== ""
    property bool dating: false

    readonly property bool stacked: Theme.portrait || Theme.textScale > 1.2

    // The code is whole, and on the first part. Where there is no room for it below the title, or where the title would be
    // alone on the first part, the title is beside the code; in one column, its sentence is below the code, or all of it.
    readonly property bool tight: page.leaves(heading) < page.least
    readonly property bool cramped: !page.stacked && (page.tight || scroller.sparse)
    readonly property bool parted: page.stacked && page.tight && page.leaves(brief) >= page.least
    readonly property bool last: page.stacked && page.tight && !page.parted

    // Where the words beside the code are too tall for one part, the desk's are below both; the first part holds the rest.
    readonly property bool below: !page.stacked && !page.cramped && heading.height + scroller.spacing + words.height + (page.model.atDesk ? words.spacing + staff.implicitHeight : 0) > page.height

    // How tall a code can be below a title on one part.
    function leaves(title: Item): real {
        return page.most - title.height - 2 * Theme.gap;
    }

    Scroller {
        id: scroller

        anchors.fill: parent
        memory: page.parts
        name: "ticket"
        spacing: Theme.gap * 1.5

        PageTitle {
            id: heading

            visible: !page.tight && !page.cramped
            width: page.width
            text: page.model.hasTime ? qsTr("Book this time") : qsTr("Book a time")
            note: page.model.how
            icon: page.coded ? "qr" : "desk"
            language: page.controls.language
        }

        PageTitle {
            id: brief

            visible: page.parted
            width: page.width
            text: heading.text
            icon: heading.icon
            language: heading.language
        }

        Grid {
            columns: page.stacked ? 1 : 2
            columnSpacing: Theme.margin
            rowSpacing: Theme.gap

            Column {
                id: takeaway

                readonly property real below: (slip.visible ? slip.height + takeaway.spacing : 0) + (page.datable ? dates.height + takeaway.spacing : 0) + (caption.visible ? caption.height + takeaway.spacing : 0)
                readonly property real turning: page.below ? page.turning + page.line : 0
                readonly property real room: page.height - heading.height - Theme.gap * 2 - takeaway.below - takeaway.turning

                width: page.stacked ? page.width : page.width * 0.34
                spacing: Theme.gap

                QrCard {
                    objectName: "qr"
                    anchors.horizontalCenter: parent.horizontalCenter
                    visible: page.coded || page.dating
                    side: page.side
                    code: page.dating && page.datable ? page.model.calendarQr : page.model.qr
                }

                Pictogram {
                    anchors.horizontalCenter: parent.horizontalCenter
                    visible: !page.coded && !page.dating
                    icon: "desk"
                    tint: Theme.sea
                    size: page.side * 0.6
                }

                Words {
                    id: caption

                    width: parent.width
                    visible: page.dating && page.datable
                    text: qsTr("Scan the QR code to save the time in your calendar. This does not book it.")
                    language: page.controls.language
                    horizontalAlignment: Text.AlignHCenter
                }

                // One code at a time: a camera that sees two takes either.
                TouchButton {
                    id: dates

                    objectName: "calendar-button"
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: Math.min(implicitWidth, parent.width)
                    visible: page.datable
                    text: page.dating ? qsTr("Show how to book") : qsTr("Save the time in your calendar")
                    sign: page.dating ? "back" : "calendar"
                    language: page.controls.language
                    onClicked: page.dating = !page.dating
                }

                PrintLine {
                    id: slip

                    width: parent.width
                    printing: page.printing
                    language: page.controls.language
                }
            }

            Column {
                width: page.stacked ? page.width : page.width - takeaway.width - Theme.margin
                spacing: Theme.gap * 0.6

                PageTitle {
                    width: parent.width
                    visible: page.cramped || page.last
                    text: heading.text
                    note: heading.note
                    icon: heading.icon
                    language: heading.language
                }

                Words {
                    width: parent.width
                    visible: page.parted
                    text: heading.note
                    language: heading.language
                    color: Theme.quiet
                }

                Column {
                    id: words

                    width: parent.width
                    spacing: parent.spacing

                    Repeater {
                        model: page.model.facts

                        FactLine {
                            width: parent ? parent.width : 0
                            language: page.controls.language
                        }
                    }

                    Repeater {
                        model: page.model.ways

                        FactLine {
                            width: parent ? parent.width : 0
                            language: page.controls.language
                        }
                    }
                }

                StaffCard {
                    id: staff

                    width: parent.width
                    visible: page.model.atDesk && !page.below
                    ticket: page.model
                    language: page.controls.language
                }
            }
        }

        StaffCard {
            width: page.width
            visible: page.model.atDesk && page.below
            ticket: page.model
            language: page.controls.language
        }
    }
}
