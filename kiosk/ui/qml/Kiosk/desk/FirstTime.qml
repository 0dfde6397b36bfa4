import QtQuick
import Kiosk

// The next free time, the largest item on its page: one touch opens its ticket.
Pressable {
    id: first

    required property string key
    required property string day
    required property string time

    objectName: "slot-" + first.key
    fill: Theme.sea
    edge: Theme.sea
    implicitHeight: words.height + 1.2 * Theme.gap
    height: first.implicitHeight
    Accessible.name: [qsTr("Book this time"), first.day, first.time].join(" ")

    contentItem: Item {
        Column {
            id: words

            anchors.left: parent.left
            anchors.leftMargin: Theme.gap * 1.2
            anchors.verticalCenter: parent.verticalCenter
            width: first.width - arrow.width - 3.2 * Theme.gap

            Words {
                width: parent.width
                text: first.day
                language: first.language
                color: Theme.seaInk
                font.pixelSize: Theme.lead
                font.weight: Font.DemiBold
            }

            Words {
                width: parent.width
                text: first.time
                language: first.language
                color: Theme.seaInk
                font.pixelSize: Math.max(3.2 * Theme.plain, Theme.lead)
                font.weight: Font.Bold
                lineHeight: 0.85
            }

            Words {
                width: parent.width
                visible: Theme.textScale < 1.5
                text: qsTr("Book this time")
                language: first.language
                color: Theme.seaInk
            }
        }

        Pictogram {
            id: arrow

            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            icon: "arrow"
            mirror: first.mirrored
            tint: Theme.seaInk
            size: 2.4 * Theme.plain
        }
    }
}
