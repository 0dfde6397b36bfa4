pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// All days on which an office has a free time, or all times of one of them: eight choices at once, and buttons for more.
Item {
    id: page

    required property Desk desk
    readonly property bool days: page.desk.page === "days"
    readonly property string place: page.days ? "days" : "day"
    readonly property int most: page.days ? 7 : 8
    readonly property int parts: Math.max(1, Math.ceil(rows.count / page.most))
    property int part: 0
    readonly property int shown: Math.min(page.part, page.parts - 1)

    function turn(step: int): void {
        page.part = page.shown + step;
        page.desk.keepLeaf(page.place + "-part", page.part);
    }

    Component.onCompleted: page.part = page.desk.leaf(page.place + "-part")

    Scroller {
        anchors.fill: parent
        desk: page.desk
        name: page.place
        spacing: Theme.gap * 1.5

        PageTitle {
            width: page.width
            text: page.days ? qsTr("Which day?") : qsTr("Which time?")
            note: page.desk.choicesNote
            icon: page.days ? "calendar" : "clock"
            language: page.desk.language
        }

        Words {
            width: page.width
            visible: rows.count === 0 && page.desk.choicesKnown
            text: qsTr("No free time is left here. Go back to see others.")
            language: page.desk.language
            font.pixelSize: Theme.lead
        }

        Grid {
            id: grid

            readonly property real cell: (page.width - (grid.columns - 1) * grid.spacing) / grid.columns

            width: page.width
            columns: Theme.portrait || Theme.textScale > 1.5 ? 2 : 4
            spacing: Theme.gap

            Repeater {
                id: rows

                model: page.desk.choices

                SlotButton {
                    required property int index

                    visible: Math.floor(index / page.most) === page.shown
                    width: grid.cell
                    height: Math.max(implicitHeight, 2 * Theme.target)
                    language: page.desk.language
                    onClicked: page.days ? page.desk.chooseDay(key) : page.desk.chooseSlot(key)
                }
            }

            SlotButton {
                objectName: "none-of-these"
                visible: page.days && page.shown === page.parts - 1
                width: grid.cell
                height: Math.max(implicitHeight, 2 * Theme.target)
                day: page.desk.choicesKnown ? qsTr("None of these") : qsTr("Book a time")
                time: ""
                key: ""
                fill: Theme.card
                language: page.desk.language
                onClicked: page.desk.chooseNoTime()
            }
        }

        Row {
            anchors.left: parent.left
            visible: page.parts > 1
            spacing: Theme.gap

            TouchButton {
                objectName: "earlier-part"
                text: qsTr("Earlier")
                sign: "up"
                enabled: page.shown > 0
                opacity: enabled ? 1 : 0.3
                language: page.desk.language
                onClicked: page.turn(-1)
            }

            TouchButton {
                objectName: "later-part"
                text: qsTr("Later")
                sign: "down"
                enabled: page.shown < page.parts - 1
                opacity: enabled ? 1 : 0.3
                language: page.desk.language
                onClicked: page.turn(1)
            }
        }
    }
}
