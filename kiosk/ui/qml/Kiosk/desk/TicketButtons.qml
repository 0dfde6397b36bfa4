import QtQuick
import Kiosk
import Kiosk.Model

// What is touched on the page of the ticket: the time for the calendar, the ways without a code, and the printer.
Grid {
    id: buttons

    required property Printing printing
    required property string language

    // The width of the whole grid.
    required property real room

    // Whether there is a time for the calendar, and whether its code is shown.
    required property bool datable
    required property bool saving

    // Whether the ways without a code are behind a button, and whether they are shown.
    required property bool folds
    required property bool away

    // Whether what there is to say of the printer stands elsewhere.
    required property bool printerElsewhere
    readonly property real cell: (buttons.room - (buttons.columns - 1) * buttons.spacing) / buttons.columns

    // What all of it would take one below the other, the printer too.
    readonly property real wholeHeight: (buttons.datable ? dates.height : 0) + (buttons.folds ? ways.height + buttons.spacing : 0) + printed.implicitHeight

    signal asked(what: string)

    spacing: Theme.gap

    // One code at a time: a camera that sees two takes either.
    TouchButton {
        id: dates

        objectName: "calendar-button"
        width: buttons.cell
        visible: buttons.datable
        text: buttons.saving ? qsTr("Show how to book") : qsTr("Save the time in your calendar")
        textSize: Theme.plain * Math.min(Theme.textScale, 1.25)
        sign: buttons.saving ? "qr" : "calendar"
        language: buttons.language
        onClicked: buttons.asked("date")
    }

    TouchButton {
        id: ways

        objectName: "ways-button"
        width: buttons.cell
        visible: buttons.folds
        text: buttons.away ? qsTr("Show how to book") : qsTr("Other ways to book")
        textSize: dates.textSize
        sign: buttons.away ? "qr" : "phone"
        language: buttons.language
        onClicked: buttons.asked("ways")
    }

    PrintLine {
        id: printed

        width: buttons.cell
        visible: !buttons.printerElsewhere && buttons.printing.state !== ""
        printing: buttons.printing
        language: buttons.language
    }
}
