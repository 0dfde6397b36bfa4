pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The facts about this screen, one per line; those that need attention are marked with a sign, not by colour alone.
ListView {
    id: list

    required property Maintenance maintenance

    clip: true
    spacing: 0.3 * Theme.gap
    model: list.maintenance.facts
    boundsBehavior: Flickable.StopAtBounds
    delegate: Item {
        id: row

        required property string name
        required property string value
        required property bool bad

        width: list.width
        height: Math.max(label.height, fact.height)

        Words {
            id: label

            width: 0.3 * parent.width
            text: (row.bad ? "▲ " : "") + row.name
            color: row.bad ? Theme.berry : Theme.quiet
        }

        Words {
            id: fact

            anchors.right: parent.right
            width: 0.68 * parent.width
            text: row.value
        }
    }
}
