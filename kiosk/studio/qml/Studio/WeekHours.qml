pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// The hours of a week: a field for each day, and beside it the day as a bar from 6 to 22.
ColumnLayout {
    id: hours

    readonly property int firstHour: 6
    readonly property int lastHour: 22
    required property OfficeModel office
    required property var words

    function spans(text: string): list<point> {
        const spans = [];
        for (const part of text.split(",")) {
            const times = part.match(/(\d+):(\d+)\s*-\s*(\d+):(\d+)/);
            if (times) {
                const begin = Number(times[1]) + Number(times[2]) / 60;
                const end = Number(times[3]) + Number(times[4]) / 60;
                spans.push(Qt.point(begin, end > begin ? end : 24));
            }
        }
        return spans;
    }

    Layout.fillWidth: true
    spacing: 6

    Heading {
        Layout.fillWidth: true
        text: hours.words.week
    }

    Repeater {
        model: 7

        RowLayout {
            id: day

            required property int index
            readonly property string text: hours.office.week[day.index] ?? ""

            Layout.fillWidth: true
            spacing: 12

            TextLine {
                id: field

                readonly property string value: day.text

                objectName: "day/" + day.index
                label: hours.office.weekdays[day.index]
                wrong: hours.office.badDay === day.index ? hours.words.badHours : ""
                onValueChanged: {
                    if (!field.field.activeFocus)
                        field.text = field.value;
                }
                onWritten: text => hours.office.setDay(day.index, text)
            }

            Rectangle {
                id: bar

                Layout.alignment: Qt.AlignBottom
                implicitWidth: 200
                implicitHeight: Style.target
                radius: 4
                color: Style.card
                border.color: Style.rule
                clip: true

                Repeater {
                    model: hours.spans(day.text)

                    Rectangle {
                        required property point modelData
                        readonly property real hour: bar.width / (hours.lastHour - hours.firstHour)

                        x: (modelData.x - hours.firstHour) * hour
                        width: (modelData.y - modelData.x) * hour
                        height: bar.height
                        color: Style.sea
                    }
                }
            }
        }
    }
}
