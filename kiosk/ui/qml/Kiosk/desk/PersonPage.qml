pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// A person to talk to: until when, where, and by telephone; and when there will be one.
Item {
    id: page

    required property PersonPageModel model
    required property DeskControls controls
    required property PageParts parts
    readonly property int columns: Theme.portrait || Theme.textScale > 1.5 || scroller.sparse ? 1 : 2
    readonly property real half: (page.width - (page.columns - 1) * Theme.gap) / page.columns

    Scroller {
        id: scroller

        anchors.fill: parent
        memory: page.parts
        name: "person"
        spacing: Theme.margin * 0.8

        PageTitle {
            width: page.width
            text: qsTr("Talk to a person")
            icon: "person"
            language: page.controls.language
        }

        Grid {
            columns: page.columns
            columnSpacing: Theme.gap
            rowSpacing: Theme.margin * 0.8

            Column {
                spacing: Theme.margin * 0.8

                Repeater {
                    model: page.model.facts

                    FactLine {
                        width: page.half
                        language: page.controls.language
                    }
                }
            }

            HoursList {
                width: page.half
                title: page.model.hoursTitle
                hours: page.model.hours
                language: page.controls.language
            }
        }
    }
}
