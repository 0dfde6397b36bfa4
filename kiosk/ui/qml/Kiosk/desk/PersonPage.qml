pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// A person to talk to: until when, where, and by telephone.
Item {
    id: page

    required property Desk desk

    Scroller {
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

        Repeater {
            model: page.desk.personFacts

            FactLine {
                width: page.width
                language: page.desk.language
            }
        }
    }
}
