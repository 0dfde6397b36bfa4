import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// The bottom of the window: what has just happened, and the actions that every page has.
Rectangle {
    id: foot

    required property StudioModel studio
    required property bool canPublish

    signal publish

    implicitHeight: 56
    color: Style.card

    Rectangle {
        width: parent.width
        height: 1
        color: Style.rule
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Style.margin
        anchors.rightMargin: Style.margin
        spacing: 12

        Text {
            objectName: "message"
            Layout.fillWidth: true
            text: foot.studio.message
            color: Style.ink
            font.pixelSize: Style.text
            elide: Text.ElideRight
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }

        StudioButton {
            objectName: "undo"
            text: foot.studio.words.undo
            enabled: foot.studio.canUndo
            onClicked: foot.studio.undo()
        }

        StudioButton {
            objectName: "redo"
            text: foot.studio.words.redo
            enabled: foot.studio.canRedo
            onClicked: foot.studio.redo()
        }

        StudioButton {
            objectName: "publish"
            main: true
            text: foot.studio.words.publish
            enabled: !foot.studio.busy && foot.canPublish
            onClicked: foot.publish()
        }
    }
}
