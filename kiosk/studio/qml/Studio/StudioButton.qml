import QtQuick
import QtQuick.Controls.Basic
import Studio

// A button with text. The main button of a page is filled.
Button {
    id: button

    property bool main: false
    property bool isWarning: false
    readonly property color tone: button.isWarning ? Style.berry : Style.sea

    implicitHeight: Style.target
    leftPadding: 20
    rightPadding: 20
    font.pixelSize: Style.text
    font.weight: Font.DemiBold
    opacity: button.enabled ? 1 : 0.5
    Accessible.name: button.text
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    contentItem: Text {
        text: button.text
        font: button.font
        color: button.main ? Style.seaInk : button.tone
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
    }

    background: Rectangle {
        radius: Style.radius
        color: button.main ? (button.down ? Qt.darker(button.tone, 1.15) : button.tone) : (button.hovered ? Qt.alpha(button.tone, 0.08) : "transparent")
        border.width: button.visualFocus ? 3 : button.main ? 0 : 1
        border.color: button.visualFocus ? Style.focus : button.tone
    }
}
