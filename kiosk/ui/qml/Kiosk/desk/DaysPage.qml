pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// All days on which an office has a free time, or all times of one of them.
PageFrame {
    id: page

    required property DaysPageModel model
    required property bool days

    title: page.days ? qsTr("Which day?") : qsTr("Which time?")
    note: page.model.note
    icon: page.days ? "calendar" : "clock"

    Parts {
        id: area

        readonly property real tallest: {
            let most = page.days ? Math.max(Theme.target, none.implicitHeight) : Theme.target;
            for (let n = 0; n < rows.count; n++)
                most = Math.max(most, rows.itemAt(n) ? (rows.itemAt(n) as Item).implicitHeight : 0);
            return most;
        }
        readonly property int total: rows.count + (page.days ? 1 : 0)
        readonly property int lines: Math.max(1, Math.min(area.fitting(area.tallest), Math.floor(8 / area.columns), Math.ceil(area.total / area.columns)))
        readonly property real cell: Math.max(area.tallest, Math.min(area.roomHeight / area.lines - area.spacing, 2.6 * Theme.target))

        width: parent.width
        height: parent.height
        memory: page.parts
        name: page.days ? "days" : "day"
        columns: Math.max(2, Math.min(4, Math.floor(area.room / ((Theme.textScale > 1.2 ? 6.5 : 8.5) * Theme.body))))
        spacing: Theme.gap * 0.8
        most: area.lines * (area.cell + area.spacing)

        Words {
            width: area.columnWidth
            visible: rows.count === 0 && page.model.known
            text: qsTr("No times are left here. Go back to see others.")
            language: page.controls.language
            font.pixelSize: Theme.lead
        }

        Repeater {
            id: rows

            model: page.model.choices

            SlotButton {
                id: slot

                required brief

                width: area.columnWidth
                height: area.cell
                language: page.controls.language
                onClicked: {
                    if (!page.days)
                        page.timeChosen(slot, slot.time);
                    page.model.choose(slot.key);
                }
            }
        }

        SlotButton {
            id: none

            objectName: "none-of-these"
            visible: page.days
            width: area.columnWidth
            height: area.cell
            day: page.model.known && rows.count > 0 ? qsTr("None of these") : qsTr("Ask for a time")
            time: ""
            key: ""
            language: page.controls.language
            onClicked: page.model.chooseNoTime()
        }
    }
}
