pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// A month of an office, with public holidays and the days whose hours differ from the weekly ones.
ColumnLayout {
    id: calendar

    required property OfficeModel office
    required property var words
    required property string today

    Layout.fillWidth: true
    spacing: 8

    Heading {
        Layout.fillWidth: true
        text: calendar.words.exceptions
    }

    RowLayout {
        spacing: 12

        StudioButton {
            objectName: "monthBefore"
            text: "‹"
            Accessible.name: calendar.words.monthBefore
            onClicked: calendar.office.turnMonth(-1)
        }

        Text {
            objectName: "month"
            text: calendar.office.monthText
            color: Style.ink
            font.pixelSize: Style.text
            font.weight: Font.DemiBold
        }

        StudioButton {
            objectName: "monthAfter"
            text: "›"
            Accessible.name: calendar.words.monthAfter
            onClicked: calendar.office.turnMonth(1)
        }
    }

    GridLayout {
        Layout.fillWidth: true
        columns: 7
        columnSpacing: 4
        rowSpacing: 4

        Repeater {
            model: calendar.office.days

            Rectangle {
                id: day

                required property string number
                required property string spokenText
                required property string hours
                required property string holiday
                required property bool inMonth
                required property bool isOpen
                required property bool isException

                Layout.fillWidth: true
                Layout.preferredWidth: 1
                implicitHeight: 54
                opacity: day.inMonth ? 1 : 0.4
                radius: 4
                color: day.isOpen ? Style.card : Qt.tint(Style.paper, Qt.alpha(Style.quiet, 0.2))
                border.width: day.isException ? 3 : 1
                border.color: day.isException ? Style.focus : Style.rule
                Accessible.role: Accessible.StaticText
                Accessible.name: day.spokenText

                Column {
                    anchors.fill: parent
                    anchors.margins: 4

                    Text {
                        text: day.number
                        color: day.holiday ? Style.berry : Style.ink
                        font.pixelSize: Style.small
                        font.weight: day.holiday ? Font.Bold : Font.Normal
                    }

                    Text {
                        width: parent.width
                        text: day.holiday || day.hours
                        color: day.holiday ? Style.berry : Style.ink
                        font.pixelSize: 11
                        elide: Text.ElideRight
                        maximumLineCount: 2
                        wrapMode: Text.WordWrap
                    }
                }
            }
        }
    }

    Text {
        Layout.fillWidth: true
        text: calendar.words.calendarKey
        color: Style.quiet
        font.pixelSize: Style.small
        wrapMode: Text.Wrap
    }

    RemovableRows {
        objectName: "exceptions"
        rows: calendar.office.exceptions
        removeText: calendar.words.remove
        onRemoved: key => calendar.office.removeException(key)
    }

    GridLayout {
        Layout.fillWidth: true
        columns: 2
        columnSpacing: 12

        TextLine {
            id: first

            objectName: "exceptionFirst"
            label: calendar.words.from + " (" + calendar.words.dayForm + ")"
        }

        TextLine {
            id: last

            objectName: "exceptionLast"
            label: calendar.words.lastDay + " (" + calendar.words.dayForm + ")"
        }

        TextLine {
            id: hours

            objectName: "exceptionHours"
            label: calendar.words.hoursOrClosed
        }

        StudioButton {
            objectName: "addException"
            Layout.alignment: Qt.AlignBottom
            text: calendar.words.add
            Accessible.description: calendar.words.exceptions
            onClicked: {
                if (calendar.office.addException(first.text, last.text, hours.text)) {
                    first.text = "";
                    last.text = "";
                    hours.text = "";
                }
            }
        }
    }
}
