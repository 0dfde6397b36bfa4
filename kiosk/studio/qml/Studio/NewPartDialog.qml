pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Studio

// Asks for the one or two values that a new part of the feed needs.
Popup {
    id: dialog

    required property string question
    required property string first
    property string second: ""
    required property string yes
    required property string no

    signal agreed(first: string, second: string)

    function finish(): void {
        dialog.close();
        one.text = "";
        two.text = "";
    }

    parent: Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(520, parent ? parent.width - 40 : 520)
    modal: true
    focus: true
    padding: Style.margin
    onOpened: one.field.forceActiveFocus()

    background: Rectangle {
        color: Style.card
        radius: Style.radius
        border.color: Style.rule
    }

    contentItem: ColumnLayout {
        spacing: Style.gap

        Heading {
            Layout.fillWidth: true
            text: dialog.question
        }

        TextLine {
            id: one

            objectName: "newFirst"
            label: dialog.first
        }

        TextLine {
            id: two

            objectName: "newSecond"
            visible: dialog.second !== ""
            label: dialog.second
        }

        RowLayout {
            spacing: Style.gap

            StudioButton {
                objectName: "create"
                main: true
                enabled: one.text.trim() !== "" && (dialog.second === "" || two.text.trim() !== "")
                text: dialog.yes
                onClicked: dialog.agreed(one.text, two.text)
            }

            StudioButton {
                objectName: "createNot"
                text: dialog.no
                onClicked: dialog.close()
            }
        }
    }
}
