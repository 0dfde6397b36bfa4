import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// Weekdays and hours to add; the owner clears the field once it has added them.
GridLayout {
    id: entry

    required property var words
    required property Rows days
    required property string what

    signal added(days: string, hours: string)

    function clear(): void {
        hours.text = "";
    }

    Layout.fillWidth: true
    columns: entry.width > 420 ? 3 : 1
    columnSpacing: 12
    rowSpacing: 8

    StudioCombo {
        id: weekdays

        objectName: "days"
        Layout.alignment: Qt.AlignBottom
        Layout.fillWidth: true
        label: entry.words.weekday
        model: entry.days
    }

    TextLine {
        id: hours

        objectName: "newHours"
        label: entry.words.hours
    }

    StudioButton {
        objectName: "addHours"
        Layout.alignment: Qt.AlignBottom
        text: entry.words.add
        Accessible.description: entry.what
        onClicked: entry.added(weekdays.currentValue, hours.text)
    }
}
