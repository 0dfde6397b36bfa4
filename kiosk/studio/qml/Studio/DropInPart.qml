pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// When visitors can come for a topic without a booking.
ColumnLayout {
    id: part

    required property DropInModel dropIn
    required property Rows weekdays
    required property var words

    Layout.fillWidth: true
    spacing: 8

    Heading {
        Layout.fillWidth: true
        text: part.words.dropIn
    }

    RemovableRows {
        objectName: "dropIns"
        rows: part.dropIn.rows
        removeText: part.words.remove
        onRemoved: key => part.dropIn.remove(Number(key))
    }

    StudioCombo {
        id: topic

        objectName: "dropInTopic"
        Layout.fillWidth: true
        label: part.words.topic
        model: part.dropIn.topics
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: 12

        StudioCombo {
            id: weekday

            objectName: "dropInDay"
            Layout.alignment: Qt.AlignBottom
            Layout.fillWidth: true
            label: part.words.weekday
            model: part.weekdays
        }

        TextLine {
            id: hours

            objectName: "dropInHours"
            label: part.words.hours
        }

        StudioButton {
            objectName: "addDropIn"
            Layout.alignment: Qt.AlignBottom
            text: part.words.add
            Accessible.description: part.words.dropIn
            onClicked: {
                if (part.dropIn.add(topic.currentValue, weekday.currentValue, hours.text))
                    hours.text = "";
            }
        }
    }
}
