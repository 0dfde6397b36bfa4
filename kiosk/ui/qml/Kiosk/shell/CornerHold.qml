import QtQuick
import Kiosk
import Kiosk.Model

// The upper left corner: holding it for five seconds opens the PIN pad. Touches also reach the items below.
Item {
    id: corner

    required property Maintenance maintenance

    objectName: "corner"
    width: 1.5 * Theme.target
    height: 1.5 * Theme.target

    PointHandler {
        id: point

        enabled: corner.maintenance.serves && corner.maintenance.page === ""
        onActiveChanged: point.active ? hold.start() : hold.stop()
    }

    Timer {
        id: hold

        interval: 5000
        onTriggered: corner.maintenance.ask()
    }
}
