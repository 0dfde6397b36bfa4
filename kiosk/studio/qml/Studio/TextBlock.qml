import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Studio

// A text field of several lines, with its label above and its problems below. Tab leaves it.
ColumnLayout {
    id: block

    required property string label
    property alias text: area.text
    property string wrong: ""
    property string accessibleName: block.label
    property int least: 96

    signal written(text: string)

    spacing: 4

    Text {
        Layout.fillWidth: true
        text: block.label
        color: Style.quiet
        font.pixelSize: Style.small
        wrapMode: Text.Wrap
    }

    TextArea {
        id: area

        Layout.fillWidth: true
        Layout.minimumHeight: block.least
        padding: 10
        font.pixelSize: Style.text
        color: Style.ink
        selectByMouse: true
        textFormat: TextEdit.PlainText
        wrapMode: TextEdit.Wrap
        Accessible.name: block.accessibleName
        Accessible.description: block.wrong
        Keys.onTabPressed: area.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: area.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        onTextChanged: {
            if (area.activeFocus)
                block.written(area.text);
        }

        background: Rectangle {
            radius: 6
            color: enabled ? Style.card : Style.paper
            border.width: area.activeFocus ? 3 : 1
            border.color: block.wrong ? Style.berry : area.activeFocus ? Style.focus : Style.rule
        }
    }

    Text {
        Layout.fillWidth: true
        visible: block.wrong !== ""
        text: block.wrong
        color: Style.berry
        font.pixelSize: Style.small
        wrapMode: Text.Wrap
    }
}
