pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// One rule for bookable times: for which topics, in which hours, and how long they are.
Rectangle {
    id: rule

    required property int place
    required property string title
    required property Rows topics
    required property Rows hours
    required property Rows fields
    required property BookableModel bookable
    required property Rows weekdays
    required property var words
    required property int reads

    Layout.fillWidth: true
    implicitHeight: inside.implicitHeight + 32
    radius: Style.radius
    color: "transparent"
    border.color: Style.rule

    ColumnLayout {
        id: inside

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 16
        spacing: 8

        Heading {
            Layout.fillWidth: true
            text: rule.title
        }

        Flow {
            Layout.fillWidth: true
            spacing: 8

            Repeater {
                model: rule.topics

                StudioTick {
                    id: topic

                    required property string key
                    required property string name
                    required property bool on

                    objectName: "topic/" + rule.place + "/" + topic.key
                    text: topic.name
                    checked: topic.on
                    onToggled: rule.bookable.tick(rule.place, topic.key, topic.checked)
                }
            }
        }

        RemovableRows {
            objectName: "hours/" + rule.place
            rows: rule.hours
            removeText: rule.words.remove
            onRemoved: key => rule.bookable.removeHours(rule.place, Number(key))
        }

        HoursEntry {
            words: rule.words
            days: rule.weekdays
            what: rule.title
            onAdded: (days, hours) => rule.bookable.addHours(rule.place, days, hours)
        }

        Repeater {
            model: rule.fields

            SlideFieldLine {
                part: rule.bookable.form
                words: rule.words
                reads: rule.reads
            }
        }

        TextLine {
            id: calendars

            readonly property string value: rule.reads >= 0 ? rule.bookable.calendars(rule.place) : ""

            objectName: "calendars/" + rule.place
            label: rule.words.calendars
            text: calendars.value
            field.onEditingFinished: rule.bookable.setCalendars(rule.place, calendars.text)
        }

        Text {
            objectName: "times/" + rule.place
            Layout.fillWidth: true
            text: rule.reads >= 0 ? rule.bookable.timesText(rule.place) : ""
            color: Style.ink
            font.pixelSize: Style.text
            wrapMode: Text.Wrap
        }

        StudioButton {
            objectName: "removeTimes/" + rule.place
            isWarning: true
            text: rule.words.removeTimes
            Accessible.description: rule.title
            onClicked: rule.bookable.remove(rule.place)
        }
    }
}
