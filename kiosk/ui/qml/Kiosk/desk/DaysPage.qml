pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// All days on which an office has a free time, or all times of one of them: eight choices at once, and buttons for more.
Item {
    id: page

    required property DaysPageModel model
    required property DeskControls controls
    required property PageParts parts
    required property bool days
    readonly property string place: page.days ? "days" : "day"
    readonly property int most: page.days ? 7 : 8
    readonly property int count: Math.max(1, Math.ceil(rows.count / page.most))
    property int part: 0
    readonly property int shown: Math.min(page.part, page.count - 1)

    function turn(step: int): void {
        page.part = page.shown + step;
        page.parts.keep(page.place + "-part", page.part);
    }

    Component.onCompleted: page.part = page.parts.part(page.place + "-part")

    Scroller {
        anchors.fill: parent
        memory: page.parts
        name: page.place
        spacing: Theme.gap * 1.5

        PageTitle {
            width: page.width
            text: page.days ? qsTr("Which day?") : qsTr("Which time?")
            note: page.model.note
            icon: page.days ? "calendar" : "clock"
            language: page.controls.language
        }

        Words {
            width: page.width
            visible: rows.count === 0 && page.model.known
            text: qsTr("No times are left here. Go back to see others.")
            language: page.controls.language
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

                model: page.model.choices

                SlotButton {
                    required property int index

                    visible: Math.floor(index / page.most) === page.shown
                    width: grid.cell
                    height: Math.max(implicitHeight, 2 * Theme.target)
                    language: page.controls.language
                    onClicked: page.model.choose(key)
                }
            }

            SlotButton {
                objectName: "none-of-these"
                visible: page.days && page.shown === page.count - 1
                width: grid.cell
                height: Math.max(implicitHeight, 2 * Theme.target)
                day: page.model.known ? qsTr("None of these") : qsTr("Book a time")
                time: ""
                key: ""
                fill: Theme.card
                language: page.controls.language
                onClicked: page.model.chooseNoTime()
            }
        }

        Row {
            anchors.left: parent.left
            visible: page.count > 1
            spacing: Theme.gap

            TouchButton {
                objectName: "earlier-part"
                text: qsTr("Earlier")
                sign: "up"
                enabled: page.shown > 0
                opacity: enabled ? 1 : 0.3
                language: page.controls.language
                onClicked: page.turn(-1)
            }

            TouchButton {
                objectName: "later-part"
                text: qsTr("Later")
                sign: "down"
                enabled: page.shown < page.count - 1
                opacity: enabled ? 1 : 0.3
                language: page.controls.language
                onClicked: page.turn(1)
            }
        }
    }
}
