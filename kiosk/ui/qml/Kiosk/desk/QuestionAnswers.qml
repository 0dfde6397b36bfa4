pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The predefined answers to the second question, as buttons; the chosen one is marked while the thanks are shown.
Parts {
    id: area

    required property FarewellPageModel model

    readonly property real tallest: {
        let most = Theme.target;
        for (let n = 0; n < rows.count; n++)
            most = Math.max(most, rows.itemAt(n) ? (rows.itemAt(n) as Item).implicitHeight : 0);
        return most;
    }
    readonly property int lines: Math.max(1, Math.min(area.fitting(area.tallest), Math.ceil(rows.count / area.columns)))
    readonly property real cell: Math.max(area.tallest, Math.min(area.roomHeight / area.lines - area.spacing, 30 * Theme.unit))

    name: "question"
    columns: Theme.portrait || Theme.textScale > 1.2 ? 1 : 2
    spacing: Theme.gap
    most: area.lines * (area.cell + area.spacing)

    Repeater {
        id: rows

        model: area.model.answers

        ChoiceButton {
            required property string answer
            required property string title
            required language
            required tag
            required chosen

            objectName: "answer-" + answer
            width: area.columnWidth
            height: area.cell
            text: title
            opacity: area.model.answered && !chosen ? 0.25 : 1
            onClicked: area.model.answer(answer)
        }
    }
}
