pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Studio

// One value that two people have changed: both versions in full, side by side, to choose one of them.
ColumnLayout {
    id: card

    required property var words
    required property string name
    required property string mine
    required property string theirs
    required property string kept

    signal keep(side: string)

    Layout.fillWidth: true
    spacing: 8

    component Side: RadioButton {
        id: side

        required property string key
        required property string heading
        required property string value

        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop
        implicitHeight: Math.max(Style.target, inner.implicitHeight + 24)
        checked: card.kept === side.key
        text: side.heading
        Accessible.name: card.name + ". " + side.heading + ": " + side.value
        onClicked: card.keep(side.key)
        padding: 12

        indicator: RadioMark {
            x: 12
            y: 12
            checked: side.checked
        }

        contentItem: ColumnLayout {
            id: inner

            spacing: 4

            Text {
                Layout.leftMargin: 34
                text: side.heading
                color: Style.quiet
                font.pixelSize: Style.small
                font.weight: Font.DemiBold
            }

            Text {
                Layout.fillWidth: true
                Layout.leftMargin: 34
                text: side.value
                textFormat: Text.PlainText
                color: Style.ink
                font.pixelSize: Style.text
                wrapMode: Text.Wrap
            }

            Item {
                Layout.fillHeight: true
            }
        }

        background: Rectangle {
            radius: 6
            color: side.checked ? Qt.tint(Style.card, Qt.alpha(Style.sea, 0.1)) : Style.card
            border.width: side.visualFocus ? 3 : side.checked ? 2 : 1
            border.color: side.visualFocus ? Style.focus : side.checked ? Style.sea : Style.rule
        }
    }

    Heading {
        Layout.fillWidth: true
        text: card.name
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Style.gap

        Side {
            objectName: "mine"
            key: "mine"
            heading: card.words.mine
            value: card.mine
        }

        Side {
            objectName: "theirs"
            key: "theirs"
            heading: card.words.theirs
            value: card.theirs
        }
    }
}
