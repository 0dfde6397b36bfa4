pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Studio

// A combo box, for a choice between many rows. Each row has a key and a name.
ComboBox {
    id: combo

    required property string label

    implicitHeight: Style.target
    implicitWidth: 220
    textRole: "name"
    valueRole: "key"
    font.pixelSize: Style.text
    onCountChanged: {
        if (combo.currentIndex < 0 && combo.count > 0)
            combo.currentIndex = 0;
    }
    Accessible.name: combo.label + ": " + combo.displayText

    contentItem: Text {
        leftPadding: 12
        rightPadding: 36
        text: combo.displayText
        font: combo.font
        color: Style.ink
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
    }

    indicator: Text {
        x: combo.width - width - 12
        y: (combo.height - height) / 2
        text: "▾"
        color: Style.quiet
        font.pixelSize: Style.text
    }

    background: Rectangle {
        radius: 6
        color: Style.card
        border.width: combo.visualFocus ? 3 : 1
        border.color: combo.visualFocus ? Style.focus : Style.rule
    }

    delegate: ItemDelegate {
        id: choice

        required property int index

        width: ListView.view?.width ?? combo.width
        implicitHeight: Math.max(Style.target, contentItem.implicitHeight + 16)
        text: combo.textAt(choice.index)
        highlighted: combo.highlightedIndex === choice.index
        Accessible.name: choice.text

        contentItem: Text {
            leftPadding: 4
            text: choice.text
            font: combo.font
            color: Style.ink
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.Wrap
        }

        background: Rectangle {
            color: choice.highlighted ? Qt.alpha(Style.sea, 0.1) : Style.card

            Rectangle {
                visible: choice.highlighted
                width: 5
                height: parent.height
                color: Style.sea
            }
        }
    }

    popup: Popup {
        y: combo.height
        width: combo.width
        margins: 6  // keeps it inside the window
        implicitHeight: Math.min(contentItem.implicitHeight + 2, 420)
        padding: 1

        contentItem: ListView {
            clip: true
            implicitHeight: contentHeight
            model: combo.popup.visible ? combo.delegateModel : null
            currentIndex: combo.highlightedIndex
        }

        background: Rectangle {
            color: Style.card
            radius: 6
            border.color: Style.rule
        }
    }
}
