import QtQuick
import Kiosk
import Kiosk.Model

// The page for staff: a PIN pad, then facts and three buttons. It closes by itself after a minute.
Rectangle {
    id: view

    required property Maintenance maintenance

    color: Theme.paper

    // Keeps touches from the items below.
    MouseArea {
        anchors.fill: parent
    }

    PinPad {
        anchors.centerIn: parent
        visible: view.maintenance.page === "pin"
        maintenance: view.maintenance
    }

    FactsList {
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: buttons.top
        anchors.margins: Theme.margin
        visible: view.maintenance.page === "facts"
        maintenance: view.maintenance
    }

    Flow {
        id: buttons

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        spacing: Theme.gap

        TouchButton {
            objectName: "maintenance-close"
            text: "Stäng"
            onClicked: view.maintenance.close()
        }

        TouchButton {
            objectName: "maintenance-sync"
            visible: view.maintenance.page === "facts"
            text: "Hämta innehåll nu"
            onClicked: view.maintenance.sync()
        }

        TouchButton {
            objectName: "maintenance-print"
            visible: view.maintenance.page === "facts"
            text: "Skriv ut provlapp"
            onClicked: view.maintenance.printTest()
        }

        // Asks for confirmation: a touch that misses the button before it must not darken the screen.
        TouchButton {
            id: restart

            property bool asked: false

            objectName: "maintenance-restart"
            visible: view.maintenance.page === "facts"
            text: restart.asked ? "Starta om? Tryck igen" : "Starta om"
            fill: restart.asked ? Theme.sun : Theme.card
            ink: restart.asked ? Theme.sunInk : Theme.ink
            onVisibleChanged: restart.asked = false
            onClicked: {
                if (restart.asked)
                    view.maintenance.restart();
                restart.asked = !restart.asked;
            }

            Timer {
                interval: 5000
                running: restart.asked
                onTriggered: restart.asked = false
            }
        }
    }
}
