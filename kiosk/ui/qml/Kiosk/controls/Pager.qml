import QtQuick
import Kiosk

// The buttons that turn the parts of a long page, and the number of the open part.
Grid {
    id: pager

    required property Parts area

    columns: pager.area.aside ? 1 : 3
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap * 0.6
    horizontalItemAlignment: Grid.AlignHCenter
    verticalItemAlignment: Grid.AlignVCenter

    TouchButton {
        objectName: "earlier"
        width: Theme.target * (pager.area.aside ? 1.2 : 2.4)
        height: Theme.target
        sign: "up"
        textSize: Theme.plain
        enabled: pager.area.open > 0
        opacity: enabled ? 1 : 0.3
        Accessible.name: qsTr("Show what is above")
        onClicked: pager.area.turn(-1)
    }

    Words {
        text: "\u2066" + (pager.area.open + 1) + " / " + pager.area.allCount + "\u2069"
        wrapMode: Text.NoWrap
        font.pixelSize: Theme.plain
    }

    TouchButton {
        objectName: "later"
        width: Theme.target * (pager.area.aside ? 1.2 : 2.4)
        height: Theme.target * (pager.area.aside ? 1.4 : 1)
        sign: "down"
        textSize: Theme.plain
        fill: Theme.sun
        ink: Theme.sunInk
        edge: Theme.ink
        enabled: pager.area.open < pager.area.allCount - 1
        opacity: enabled ? 1 : 0.3
        Accessible.name: qsTr("Show what is below")
        onClicked: pager.area.turn(1)
    }
}
