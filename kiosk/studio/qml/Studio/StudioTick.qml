import QtQuick
import QtQuick.Controls.Basic
import Studio

// A box to tick, with its words.
CheckBox {
    id: tick

    implicitHeight: Style.target
    leftPadding: 12
    rightPadding: 16
    font.pixelSize: Style.text
    Accessible.name: tick.text
    Keys.onReturnPressed: tick.click()

    indicator: Rectangle {
        x: tick.leftPadding
        y: (tick.height - height) / 2
        implicitWidth: 22
        implicitHeight: 22
        radius: 4
        color: tick.checked ? Style.sea : Style.card
        border.color: tick.checked ? Style.sea : Style.rule

        Text {
            anchors.centerIn: parent
            visible: tick.checked
            text: "✓"
            color: Style.seaInk
            font.pixelSize: Style.text
            font.weight: Font.Bold
        }
    }

    contentItem: Text {
        leftPadding: 32
        text: tick.text
        font: tick.font
        color: Style.ink
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
    }

    background: Rectangle {
        radius: 6
        color: Style.card
        border.width: tick.visualFocus ? 3 : 1
        border.color: tick.visualFocus ? Style.focus : tick.checked ? Style.sea : Style.rule
    }
}
