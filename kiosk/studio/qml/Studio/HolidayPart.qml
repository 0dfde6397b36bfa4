pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// Whether an office is open on public holidays, and its hours the day before.
ColumnLayout {
    id: part

    required property OfficeModel office
    required property var words
    required property int reads

    Layout.fillWidth: true
    spacing: 8

    Heading {
        Layout.fillWidth: true
        text: part.words.holidays
    }

    StudioCombo {
        id: rules

        readonly property string rule: part.office.holidays

        objectName: "holidays"
        Layout.fillWidth: true
        label: part.words.holidays
        model: part.office.holidayRules
        onActivated: part.office.setHolidays(rules.currentValue)
        onRuleChanged: rules.currentIndex = rules.indexOfValue(rules.rule)
        Component.onCompleted: rules.currentIndex = rules.indexOfValue(rules.rule)
    }

    Repeater {
        model: part.office.form.fields

        SlideFieldLine {
            only: "days"
            part: part.office.form
            words: part.words
            reads: part.reads
        }
    }
}
