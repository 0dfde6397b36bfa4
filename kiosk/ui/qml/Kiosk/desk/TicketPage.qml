pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The way to book: a code for the phone that stands on every part of the page, beside it the same in words and what to
// show to the staff, and at the foot what is touched. Large text has the ways without a code behind a button there.
PageFrame {
    id: page

    required property TicketPageModel model
    required property Printing printing
    required property ReadAloud readAloud

    // A code is read from ten times its width away; its margin and the whole pixels of its modules take a third of the card.
    readonly property real least: 0.16 * Theme.distanceMm * Theme.pxPerMm
    readonly property bool large: Theme.textScale > 1.2
    readonly property bool datable: page.model.calendarQr.toString() !== ""
    readonly property bool folds: page.large && page.model.qr.toString() !== "" && (page.model.atDesk || ways.count > 0)

    // What is asked for beside how to book: "date" or "ways".
    property string asked: ""
    readonly property bool saving: page.asked === "date" && page.datable
    readonly property bool away: page.asked === "ways" && page.folds
    readonly property bool coded: page.model.qr.toString() !== "" || page.saving

    function ask(what: string): void {
        page.asked = page.asked === what ? "" : what;
        area.go(0);
        page.readAloud.readAgain();
    }
    readonly property bool beside: !Theme.portrait
    readonly property real most: page.large ? 1.1 * page.least : Math.max(page.least, (page.beside ? 0.26 : 0.36) * page.body.width)
    readonly property real above: page.body.height - foot.height - Theme.gap
    readonly property real side: page.beside ? Math.max(page.least, Math.min(page.most, page.above)) : page.most

    // Whether what there is to say of the printer does not fit below the code; it then stands among the words.
    readonly property bool crowded: page.beside && page.body.height < page.least + 2 * Theme.gap + (page.datable ? dates.height : 0) + (page.folds ? elsewise.height + Theme.gap : 0) + printed.implicitHeight

    // The time among the facts, or the code where that is on another part.
    property Item timeFact: null
    chosenTime: page.timeFact && area.shows(page.timeFact) ? page.timeFact : takeaway

    bare: page.large
    title: page.away ? qsTr("Other ways to book") : page.saving ? qsTr("Save the time in your calendar") : page.model.hasTime ? qsTr("Book this time") : qsTr("Ask for a time")
    icon: page.saving ? "calendar" : page.coded ? "qr" : "desk"
    reading: true

    Item {
        anchors.left: parent.left
        width: page.beside ? page.side : parent.width
        height: page.side

        Item {
            id: takeaway

            anchors.centerIn: parent
            width: page.side
            height: page.side

            QrCard {
                objectName: "qr"
                visible: page.coded
                side: page.side
                code: page.saving ? page.model.calendarQr : page.model.qr
            }

            Pictogram {
                anchors.centerIn: parent
                visible: !page.coded
                icon: "desk"
                tint: Theme.sea
                size: page.side * 0.6
            }
        }
    }

    Parts {
        id: area

        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: page.beside ? 0 : page.side + Theme.gap
        anchors.bottom: parent.bottom
        anchors.bottomMargin: page.beside || foot.height === 0 ? 0 : foot.height + Theme.gap
        width: page.beside ? parent.width - page.most - Theme.margin : parent.width
        columns: page.beside && !page.large ? 2 : 1
        memory: page.parts
        name: "ticket"
        spacing: Theme.gap * (page.large ? 0.5 : 0.7)

        Words {
            width: area.columnWidth
            visible: page.bare
            text: page.title
            language: page.controls.language
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
            Accessible.name: page.title
        }

        HighlightBand {
            width: area.columnWidth
            text: page.saving ? qsTr("This does not book it.") : page.model.notBooked
            icon: "alert"
            textSize: Theme.body
            language: page.controls.language
        }

        Loader {
            width: area.columnWidth
            active: page.crowded && page.printing.state !== ""
            visible: active
            sourceComponent: PrintLine {
                printing: page.printing
                language: page.controls.language
            }
        }

        Words {
            width: area.columnWidth
            visible: page.model.warning !== ""
            text: page.model.warning
            language: page.controls.language
        }

        Words {
            width: area.columnWidth
            visible: page.saving
            text: qsTr("Scan the QR code to save the time in your calendar.")
            language: page.controls.language
        }

        Repeater {
            model: page.model.steps

            StepLine {
                visible: !page.saving && !page.away
                width: area.columnWidth
                language: page.controls.language
            }
        }

        Repeater {
            model: page.model.facts

            FactLine {
                id: fact

                width: area.columnWidth
                visible: !page.away
                compact: true
                language: page.controls.language
                Component.onCompleted: {
                    if (fact.icon === "clock")
                        page.timeFact = fact;
                }
            }
        }

        StaffCard {
            width: area.columnWidth
            visible: page.model.atDesk && page.away === page.folds
            ticket: page.model
            language: page.controls.language
        }

        Repeater {
            id: ways

            model: page.model.ways

            FactLine {
                width: area.columnWidth
                visible: page.away === page.folds
                compact: true
                language: page.controls.language
            }
        }

        Words {
            width: area.columnWidth
            visible: text !== "" && page.away === page.folds
            LayoutMirroring.enabled: false
            objectName: "staff-how"
            text: page.model.howStaff
            language: page.model.staffLanguage
            color: Theme.quiet
        }
    }

    // Below the code where the words are beside it, else at the foot of the page.
    Grid {
        id: foot

        readonly property real cell: page.beside ? page.most : (page.body.width - foot.spacing) / 2

        anchors.left: parent.left
        anchors.bottom: parent.bottom
        columns: page.beside ? 1 : 2
        spacing: Theme.gap

        // One code at a time: a camera that sees two takes either.
        TouchButton {
            id: dates

            objectName: "calendar-button"
            width: foot.cell
            visible: page.datable
            text: page.saving ? qsTr("Show how to book") : qsTr("Save the time in your calendar")
            textSize: Theme.plain * Math.min(Theme.textScale, 1.25)
            sign: page.saving ? "qr" : "calendar"
            language: page.controls.language
            onClicked: page.ask("date")
        }

        TouchButton {
            id: elsewise

            objectName: "ways-button"
            width: foot.cell
            visible: page.folds
            text: page.away ? qsTr("Show how to book") : qsTr("Other ways to book")
            textSize: dates.textSize
            sign: page.away ? "qr" : "phone"
            language: page.controls.language
            onClicked: page.ask("ways")
        }

        PrintLine {
            id: printed

            width: foot.cell
            visible: !page.crowded && page.printing.state !== ""
            printing: page.printing
            language: page.controls.language
        }
    }
}
