import QtQuick
import Kiosk
import Kiosk.Model

// The buttons on the ticket page: saving the time in a calendar, the ways to book without a code, and the printer.
Grid {
    id: buttons

    required property Printing printing
    required property string language

    // The width of the whole grid.
    required property real room

    // Whether there is a time to save, and whether its code is shown.
    required property bool datable
    required property bool saving

    // Whether the ways without a code are behind a button, and whether they are shown.
    required property bool folds
    required property bool away

    // Whether the printer line is shown elsewhere.
    required property bool printerElsewhere
    readonly property real cell: (buttons.room - (buttons.columns - 1) * buttons.spacing) / buttons.columns

    // The height of everything in one column, including the printer line.
    readonly property real wholeHeight: (buttons.datable ? dates.height : 0) + (buttons.folds ? ways.height + buttons.spacing : 0) + printed.implicitHeight

    signal asked(what: string)

    spacing: Theme.gap

    // The page shows only one code at a time: a camera that sees two might read either.
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
