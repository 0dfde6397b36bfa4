pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// A person to talk to: until when, where, and by telephone; and when there will be one.
Item {
    id: page

    required property Desk desk
    readonly property int columns: Theme.portrait || Theme.textScale > 1.5 || parts.sparse ? 1 : 2
    readonly property real half: (page.width - (page.columns - 1) * Theme.gap) / page.columns

    Scroller {
        id: parts

        anchors.fill: parent
        desk: page.desk
        name: "person"
        spacing: Theme.margin * 0.8

        PageTitle {
            width: page.width
            text: qsTr("Talk to a person")
            icon: "person"
            language: page.desk.language
        }

        Grid {
            columns: page.columns
            columnSpacing: Theme.gap
            rowSpacing: Theme.margin * 0.8

            Column {
                spacing: Theme.margin * 0.8

                Repeater {
                    model: page.desk.personFacts

                    FactLine {
                        width: page.half
                        language: page.desk.language
                    }
                }
            }

            HoursList {
                width: page.half
                title: page.desk.hoursTitle
                hours: page.desk.personHours
                language: page.desk.language
            }
        }
    }
}
