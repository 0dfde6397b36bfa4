pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Kiosk.Model
import Studio

// The boxes of a week: a column for each day, with the hours from top to bottom.
Item {
    id: grid

    readonly property int head: 28
    readonly property int margin: 52
    readonly property real column: (grid.width - grid.margin) / 7
    readonly property real minute: (grid.height - grid.head) / 1440
    required property WeekModel week

    Repeater {
        model: 7

        Text {
            required property int index

            x: grid.margin + index * grid.column
            width: grid.column
            height: grid.head
            text: grid.week.weekdays[index]
            color: Style.ink
            font.pixelSize: Style.small
            font.weight: Font.DemiBold
            elide: Text.ElideRight
        }
    }

    Repeater {
        model: 9

        Text {
            required property int index

            visible: index % ([1, 2, 4].find(each => each * 180 * grid.minute > 18) ?? 8) === 0
            y: grid.head + index * 180 * grid.minute - (index === 8 ? height : index ? height / 2 : 0)
            width: grid.margin - 8
            horizontalAlignment: Text.AlignRight
            text: String(index * 3).padStart(2, "0") + ":00"
            color: Style.quiet
            font.pixelSize: 12
        }
    }

    Repeater {
        model: grid.week.boxes

        Button {
            id: box

            required property int index
            required property int day
            required property int start
            required property int end
            required property string name
            required property string spokenText
            required property string form
            required property bool hides

            objectName: "box/" + box.index
            x: grid.margin + box.day * grid.column + 1
            y: grid.head + box.start * grid.minute
            width: grid.column - 2
            height: Math.max(24, (box.end - box.start) * grid.minute)
            padding: 4
            Accessible.name: box.spokenText
            Keys.onReturnPressed: box.clicked()
            Keys.onEnterPressed: box.clicked()
            onClicked: grid.week.choose(box.index)

            contentItem: Text {
                text: (box.hides ? "⧉ " : "") + box.name
                color: box.form === "takeover" ? Style.seaInk : box.form === "gap" ? Style.berry : Style.ink
                font.pixelSize: 12
                wrapMode: Text.Wrap
                elide: Text.ElideRight
                verticalAlignment: Text.AlignTop
            }

            background: Rectangle {
                radius: 4
                color: box.form === "takeover" ? Style.berry : box.form === "gap" ? Style.paper : Qt.tint(Style.card, Qt.alpha(Style.sea, box.form === "shared" ? 0.28 : 0.12))
                border.width: box.visualFocus ? 3 : box.form === "gap" ? 2 : 1
                border.color: box.visualFocus ? Style.focus : box.form === "gap" ? Style.berry : Style.rule
            }
        }
    }
}
