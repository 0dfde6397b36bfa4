pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import Kiosk
import Kiosk.Model

// The one window: slides underneath, the desk above them while a visitor is there.
Window {
    id: main

    required property Player player
    required property Bar bar
    required property Desk desk
    required property Display display
    required property Maintenance maintenance
    required property Printing printing

    width: main.display.pixelWidth
    height: main.display.pixelHeight
    color: Theme.paper
    title: "Infodisk"

    Binding {
        target: Theme
        property: "width"
        value: main.width
    }

    Binding {
        target: Theme
        property: "height"
        value: main.height
    }

    Binding {
        target: Theme
        property: "widthMm"
        value: main.display.widthMm
    }

    Binding {
        target: Theme
        property: "distanceMm"
        value: main.display.distanceMm
    }

    Binding {
        target: Theme
        property: "touchable"
        value: main.display.touch
    }

    WaitingPage {
        anchors.fill: parent
        visible: main.player.waiting
    }

    Attract {
        objectName: "attract"
        anchors.fill: parent
        visible: !main.player.waiting
        player: main.player
        bar: main.bar
        touch: main.display.touch
        moves: main.display.moves
        onTouched: main.desk.touch()
    }

    DeskView {
        objectName: "desk"
        anchors.fill: parent
        visible: main.desk.page !== "attract"
        desk: main.desk
        printing: main.printing
    }

    Loader {
        anchors.fill: parent
        active: main.maintenance.page !== ""
        sourceComponent: MaintenanceView {
            maintenance: main.maintenance
        }
    }

    CornerHold {
        maintenance: main.maintenance
    }
}
