pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// One office: where it is, whether it is open, when one can simply come, and its next free times.
Rectangle {
    id: card

    required property string language
    required property string office
    required property string name
    required property string address
    required property string distance
    required property string condition
    required property bool open
    required property bool here
    required property string dropIn
    required property string note
    required property bool more
    required property Rows slots
    readonly property int across: Math.max(1, Math.min(4, Math.floor(content.width / (6.4 * Theme.body))))
    readonly property real cell: (content.width - (card.across - 1) * grid.spacing) / card.across

    signal slotChosen(string key)
    signal officeChosen
    signal daysAsked

    implicitHeight: content.height + 2 * Theme.gap
    height: card.implicitHeight
    radius: Theme.radius
    color: Theme.card
    border.width: card.here ? 2 * Theme.line : Theme.line
    border.color: card.here ? Theme.sea : Theme.rule

    Column {
        id: content

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.gap
        spacing: Theme.gap * 0.5

        Words {
            width: parent.width
            text: card.here ? qsTr("Here: %1").arg(card.name) : [card.name, card.distance].filter(each => each !== "").join(" · ")
            language: card.language
            color: card.here ? Theme.sea : Theme.ink
            font.pixelSize: card.here ? Theme.lead : Theme.body
            font.weight: Font.Bold
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: [card.here ? "" : card.address, card.condition].filter(each => each !== "").join(" · ")
            language: card.language
            color: card.open ? Theme.leaf : Theme.quiet
        }

        Rectangle {
            width: parent.width
            height: dropInWords.height + Theme.gap * 0.6
            visible: card.dropIn !== ""
            radius: Theme.radius / 2
            color: Theme.sun

            Words {
                id: dropInWords

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.margins: Theme.gap * 0.6
                anchors.verticalCenter: parent.verticalCenter
                text: card.dropIn
                language: card.language
                color: Theme.sunInk
                font.weight: Font.DemiBold
            }
        }

        Words {
            width: parent.width
            visible: card.note !== ""
            text: card.note
            language: card.language
            font.weight: Font.DemiBold
        }

        Grid {
            id: grid

            width: parent.width
            columns: card.across
            spacing: Theme.gap * 0.5

            Repeater {
                id: times

                model: card.slots

                SlotButton {
                    width: card.cell
                    language: card.language
                    onClicked: card.slotChosen(key)
                }
            }

            SlotButton {
                objectName: "office-" + card.office
                width: card.cell
                day: times.count > 0 ? qsTr("Another time") : qsTr("Book a time")
                time: ""
                key: card.office
                Accessible.name: times.count > 0 ? qsTr("Another time: %1").arg(card.name) : day + " · " + card.name
                language: card.language
                fill: Theme.card
                onClicked: card.more ? card.daysAsked() : card.officeChosen()
            }
        }
    }
}
