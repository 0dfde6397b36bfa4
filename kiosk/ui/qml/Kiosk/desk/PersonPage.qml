pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// How to talk to a person: where, until when, and by telephone; or when somebody will be there next.
PageFrame {
    id: page

    required property PersonPageModel model

    title: qsTr("Talk to a person")
    icon: "person"
    reading: true

    Parts {
        id: area

        width: parent.width
        height: parent.height
        memory: page.parts
        name: "person"
        columns: Theme.portrait || Theme.textScale > 1.5 ? 1 : 2
        spacing: Theme.gap * 0.7

        Repeater {
            model: page.model.facts

            FactLine {
                width: area.columnWidth
                language: page.controls.language
            }
        }

        ColumnBreak {
            parts: area
        }

        Repeater {
            model: page.model.hours

            HoursLine {
                width: area.columnWidth
                heading: page.model.hoursTitle
                language: page.controls.language
            }
        }
    }
}
