import QtQuick
import QtQuick.Templates as T
import Kiosk

// Anything that can be touched: at least 20 mm, named for a screen reader, shown when focused or pressed.
T.AbstractButton {
    id: button

    property string language: "sv"
    property string sign: ""
    property color fill: Theme.card
    property color ink: Theme.ink
    property color edge: Theme.rule
    property real textSize: Theme.body

    implicitWidth: Math.max(Theme.target, row.implicitWidth + 2 * Theme.gap)
    implicitHeight: Math.max(Theme.target, row.implicitHeight + Theme.gap)
    Accessible.name: button.text
    Accessible.role: Accessible.Button

    background: Rectangle {
        radius: Theme.radius
        color: button.pressed ? Qt.darker(button.fill, 1.12) : button.fill
        border.width: button.visualFocus ? 3 * Theme.line : Theme.line
        border.color: button.visualFocus ? Theme.sun : button.edge
    }

    contentItem: Item {
        Row {
            id: row

            anchors.centerIn: parent
            spacing: Theme.gap * 0.6

            Pictogram {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.sign !== ""
                icon: button.sign
                tint: button.ink
                size: button.textSize * 1.5
            }

            Words {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.text !== ""
                text: button.text
                language: button.language
                color: button.ink
                font.pixelSize: button.textSize
                font.weight: Font.DemiBold
                wrapMode: Text.NoWrap
            }
        }
    }
}
