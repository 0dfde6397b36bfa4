pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// How to book, in words: the steps, the facts, what to show to the staff, and the ways without a code.
Parts {
    id: area

    required property TicketPageModel ticket
    required property Printing printing
    required property string language

    // The title, if the page has no header.
    required property string title

    // Whether the code saves the time in a calendar, instead of booking it.
    required property bool saving

    // Whether the ways without a code are behind a button, and whether they are shown instead.
    required property bool folds
    required property bool away
    readonly property bool listed: area.away === area.folds
    readonly property alias wayCount: ways.count

    // Whether the printer line is shown here.
    required property bool printerListed

    // The time among the facts, if it is on the open part.
    readonly property Item shownTime: area.timeFact && area.shows(area.timeFact) ? area.timeFact : null
    property Item timeFact: null

    Words {
        width: area.columnWidth
        visible: text !== ""
        text: area.title
        language: area.language
        font.weight: Font.Bold
        Accessible.role: Accessible.Heading
        Accessible.name: area.title
    }

    HighlightBand {
        width: area.columnWidth
        text: area.saving ? qsTr("This does not book it.") : area.ticket.notBooked
        icon: "alert"
        textSize: Theme.body
        language: area.language
    }

    Loader {
        width: area.columnWidth
        active: area.printerListed && area.printing.state !== ""
        visible: active
        sourceComponent: PrintLine {
            printing: area.printing
            language: area.language
        }
    }

    Words {
        width: area.columnWidth
        visible: area.ticket.warning !== ""
        text: area.ticket.warning
        language: area.language
    }

    Words {
        width: area.columnWidth
        visible: area.saving
        text: qsTr("Scan the QR code to save the time in your calendar.")
        language: area.language
    }

    Repeater {
        model: area.ticket.steps

        StepLine {
            visible: !area.saving && !area.away
            width: area.columnWidth
            language: area.language
        }
    }

    Repeater {
        model: area.ticket.facts

        FactLine {
            id: fact

            width: area.columnWidth
            visible: !area.away
            compact: true
            language: area.language
            Component.onCompleted: {
                if (fact.icon === "clock")
                    area.timeFact = fact;
            }
        }
    }

    StaffCard {
        width: area.columnWidth
        visible: area.ticket.atDesk && area.listed
        ticket: area.ticket
        language: area.language
    }

    Repeater {
        id: ways

        model: area.ticket.ways

        FactLine {
            width: area.columnWidth
            visible: area.listed
            compact: true
            language: area.language
        }
    }

    Words {
        width: area.columnWidth
        visible: text !== "" && area.listed
        LayoutMirroring.enabled: false
        objectName: "staff-how"
        text: area.ticket.howStaff
        language: area.ticket.staffLanguage
        color: Theme.quiet
    }
}
