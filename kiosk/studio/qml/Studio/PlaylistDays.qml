pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// When a playlist is shown: a summary, its hours, its days, and the excluded days.
ColumnLayout {
    id: part

    required property PlaylistModel playlist
    required property var words
    required property int reads
    readonly property PlaylistOptions options: part.playlist.options

    Layout.fillWidth: true
    spacing: 8

    Heading {
        text: part.words.when
    }

    Text {
        objectName: "whenText"
        Layout.fillWidth: true
        text: part.playlist.whenText
        color: Style.ink
        font.pixelSize: Style.text
        wrapMode: Text.Wrap
    }

    RemovableRows {
        objectName: "hours"
        rows: part.playlist.hours
        removeText: part.words.remove
        onRemoved: key => part.playlist.removeHours(Number(key))
    }

    HoursEntry {
        id: entry

        words: part.words
        days: part.playlist.days
        what: part.words.when
        onAdded: (days, hours) => {
            if (part.playlist.addHours(days, hours))
                entry.clear();
        }
    }

    Repeater {
        model: part.playlist.form.fields

        SlideFieldLine {
            part: part.playlist.form
            words: part.words
            reads: part.reads
        }
    }

    ChoiceLine {
        name: "repeat"
        label: part.words.repeat
        rows: part.options.repeats
        current: part.options.repeat
        onChosen: rule => part.options.setRepeat(rule)
    }

    ChoiceLine {
        name: "playlistHolidays"
        label: part.words.playlistHolidays
        rows: part.options.holidayRules
        current: part.options.holidays
        onChosen: rule => part.options.setHolidays(rule)
    }

    Heading {
        Layout.fillWidth: true
        text: part.words.excluded
    }

    RemovableRows {
        objectName: "excluded"
        rows: part.options.excluded
        removeText: part.words.remove
        onRemoved: key => part.options.removeExcluded(key)
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: 12

        TextLine {
            id: day

            objectName: "excludedDay"
            label: part.words.oneDay
        }

        StudioButton {
            objectName: "addExcluded"
            Layout.alignment: Qt.AlignBottom
            text: part.words.add
            Accessible.description: part.words.excluded
            onClicked: {
                if (part.options.addExcluded(day.text))
                    day.text = "";
            }
        }
    }

    WrongElsewhere {
        part: part.playlist.form
    }
}
