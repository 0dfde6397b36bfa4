import QtQuick
import QtQuick.Controls.Basic
import Studio

// A checkbox with a label.
CheckBox {
    id: tick

    implicitHeight: Style.target
    leftPadding: 12
    rightPadding: 16
    font.pixelSize: Style.text
    Accessible.name: tick.text
    Keys.onReturnPressed: tick.click()

    indicator: TickMark {
        x: tick.leftPadding
        y: (tick.height - height) / 2
        checked: tick.checked
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
