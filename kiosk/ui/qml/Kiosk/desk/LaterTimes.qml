pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The next times after the first, as many as fit side by side, and a button to all others.
Row {
    id: more

    required property NextTimesModel times
    required property string language
    readonly property int across: Math.max(2, Math.min(4, Math.floor((more.width + more.spacing) / (6.6 * Theme.body))))
    readonly property int cells: Math.min(others.count, more.across - 1) + 1
    readonly property real cell: (more.width - (more.cells - 1) * more.spacing) / more.cells
    readonly property real tallest: {
        let most = none.implicitHeight;
        for (let n = 0; n < Math.min(others.count, more.across - 1); n++)
            most = Math.max(most, others.itemAt(n) ? (others.itemAt(n) as Item).implicitHeight : 0);
        return most;
    }

    signal timeChosen(button: SlotButton)

    spacing: Theme.gap * 0.5

    Repeater {
        id: others

        model: more.times.later

        SlotButton {
            id: slot

            required property int index

            visible: index < more.across - 1
            width: more.cell
            height: more.tallest
            language: more.language
            onClicked: more.timeChosen(slot)
        }
    }

    SlotButton {
        id: none

        objectName: "office-" + more.times.officeId
        width: more.cell
        height: more.tallest
        day: more.times.more ? qsTr("More times") : qsTr("Ask for a time")
        time: ""
        key: ""
        language: more.language
        onClicked: more.times.more ? more.times.askDays(more.times.officeId) : more.times.chooseOffice(more.times.officeId)
    }
}
