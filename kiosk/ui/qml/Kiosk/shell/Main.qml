pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import Kiosk
import Kiosk.Model

// The only window: the slides, and the desk on top of them while a visitor is there.
Window {
    id: main

    required property Player player
    required property AttractBarModel bar
    required property NoticeBarModel notices
    required property Display display
    required property Maintenance maintenance
    property string identity: ""
    readonly property bool sideways: main.display.turned % 180 !== 0

    signal touched(listening: bool)

    // The desk is loaded once a visitor can use it, so that the first picture need not wait for its pages.
    function openDesk(models: var): void {
        desk.setSource("../desk/DeskView.qml", models);
    }

    // A full-screen window has the size of the screen, whatever the feed says. This holds before it is shown, too,
    // so that the pictures of the first slide are decoded at their final size.
    property bool whole: main.visibility === Window.FullScreen

    width: main.whole ? Screen.width : main.sideways ? main.display.pixelHeight : main.display.pixelWidth
    height: main.whole ? Screen.height : main.sideways ? main.display.pixelWidth : main.display.pixelHeight
    color: Theme.paper
    title: "Infodisk"

    Binding {
        target: Theme
        property: "width"
        value: turned.width
    }

    Binding {
        target: Theme
        property: "height"
        value: turned.height
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
        property: "moves"
        value: main.display.moves
    }

    Binding {
        target: Theme
        property: "evening"
        value: main.display.evening
    }

    Binding {
        target: Theme
        property: "touchable"
        value: main.display.touch
    }

    Binding {
        target: Theme
        property: "bottomMm"
        value: main.display.bottomMm
    }

    // Everything visible, rotated for a panel that is mounted rotated; touches are rotated with it.
    Item {
        id: turned

        anchors.centerIn: parent
        width: main.sideways ? main.height : main.width
        height: main.sideways ? main.width : main.height
        rotation: main.display.turned

        // Not before the window is shown: with stored content, it is shown together with the first slide.
        Loader {
            anchors.fill: parent
            active: main.player.waiting && main.visible
            sourceComponent: WaitingPage {
                reason: main.player.reason
            }
        }

        Attract {
            objectName: "attract"
            anchors.fill: parent
            visible: !main.player.waiting
            player: main.player
            bar: main.bar
            touch: main.display.touch
            moves: main.display.moves
            layout: main.display.layout
            notices: main.notices
            onTouched: listening => main.touched(listening)
        }

        Loader {
            id: desk

            readonly property bool visited: (desk.item as Item)?.visible ?? false

            anchors.fill: parent
            focus: desk.visited
        }

        Loader {
            id: maintenanceView

            anchors.fill: parent
            active: main.maintenance.page !== ""
            Component.onCompleted: maintenanceView.setSource("MaintenanceView.qml", {
                maintenance: main.maintenance
            })
        }

        CornerHold {
            maintenance: main.maintenance
        }

        IdentityBox {
            identity: main.identity
        }
    }
}
