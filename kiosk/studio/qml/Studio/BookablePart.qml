pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// The times that can be booked at an office, and a form to add more.
ColumnLayout {
    id: part

    required property OfficeModel office
    required property var words
    property int reads: 0

    Layout.fillWidth: true
    spacing: 8

    Connections {
        function onChanged(): void {
            part.reads++;
        }

        target: part.office.bookable.form
    }

    Heading {
        Layout.fillWidth: true
        text: part.words.bookable
    }

    Text {
        Layout.fillWidth: true
        text: part.words.bookableNote
        color: Style.quiet
        font.pixelSize: Style.small
        wrapMode: Text.Wrap
    }

    Repeater {
        model: part.office.bookable.rules

        BookableRule {
            bookable: part.office.bookable
            weekdays: part.office.weekdayRows
            words: part.words
            reads: part.reads
        }
    }

    Heading {
        Layout.fillWidth: true
        text: part.words.newTimes
    }

    StudioCombo {
        id: topic

        objectName: "bookableTopic"
        Layout.fillWidth: true
        label: part.words.topic
        model: part.office.dropIn.topics
    }

    HoursEntry {
        id: entry

        objectName: "newTimes"
        words: part.words
        days: part.office.weekdayRows
        what: part.words.newTimes
        onAdded: (days, hours) => {
            if (part.office.bookable.add(topic.currentValue, days, hours))
                entry.clear();
        }
    }
}
