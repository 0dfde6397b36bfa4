pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Studio

// A text to read, select and copy; the arrow keys scroll it, and Tab leaves it.
ScrollView {
    id: scroll

    required property string name
    required property string label
    required property string html

    ScrollBar.vertical.policy: scroll.contentHeight > scroll.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff

    TextArea {
        id: area

        objectName: scroll.name
        padding: Style.gap
        readOnly: true
        selectByMouse: true
        selectByKeyboard: true
        textFormat: TextEdit.RichText
        text: scroll.html
        font.pixelSize: Style.text
        color: Style.ink
        wrapMode: TextEdit.Wrap
        Accessible.name: scroll.label
        Keys.onTabPressed: area.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: area.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

        background: Rectangle {
            radius: 6
            color: Style.card
            border.width: area.activeFocus ? 3 : 1
            border.color: area.activeFocus ? Style.focus : Style.rule
        }
    }
}
