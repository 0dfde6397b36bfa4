import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Studio

// A question with two answers; the harmless one has the focus at first, and is what Escape chooses.
Popup {
    id: dialog

    required property string question
    required property string yes
    required property string no
    property string detail: ""
    property bool isRemoval: false

    signal agreed

    parent: Overlay.overlay
    anchors.centerIn: parent
    modal: true
    focus: true
    padding: Style.margin

    background: Rectangle {
        color: Style.card
        radius: Style.radius
        border.color: Style.rule
    }

    ColumnLayout {
        spacing: Style.gap

        Heading {
            Layout.maximumWidth: 480
            text: dialog.question
        }

        Text {
            Layout.maximumWidth: 480
            visible: dialog.detail !== ""
            text: dialog.detail
            color: Style.ink
            font.pixelSize: Style.text
            wrapMode: Text.Wrap
        }

        RowLayout {
            spacing: Style.gap

            StudioButton {
                objectName: "askYes"
                main: true
                isWarning: dialog.isRemoval
                text: dialog.yes
                onClicked: {
                    dialog.close();
                    dialog.agreed();
                }
            }

            StudioButton {
                objectName: "askNo"
                text: dialog.no
                focus: true
                onClicked: dialog.close()
            }
        }
    }
}
