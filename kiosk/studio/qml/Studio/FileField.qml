import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Studio

// The picture, film or document of a slide, to drop here or to choose. Its problems are shown below.
Rectangle {
    id: place

    required property string label
    required property string chooseText
    required property string removeText
    required property string dropText
    property string file: ""
    property string wrong: ""

    signal taken(file: url)
    signal removed

    implicitHeight: inner.implicitHeight + 24
    radius: 6
    color: drop.containsDrag ? Qt.tint(Style.card, Qt.alpha(Style.sea, 0.2)) : Style.card
    border.width: drop.containsDrag ? 3 : 1
    border.color: place.wrong ? Style.berry : drop.containsDrag ? Style.sea : Style.rule

    DropArea {
        id: drop

        anchors.fill: parent
        onDropped: event => {
            if (event.hasUrls)
                place.taken(event.urls[0]);
        }
    }

    FileDialog {
        id: dialog

        onAccepted: place.taken(dialog.selectedFile)
    }

    ColumnLayout {
        id: inner

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: 12
        spacing: 8

        Text {
            Layout.fillWidth: true
            text: place.label + (place.file ? ": " + place.file : "")
            color: Style.ink
            font.pixelSize: Style.text
            elide: Text.ElideMiddle
        }

        Text {
            Layout.fillWidth: true
            visible: enabled
            text: place.dropText
            color: Style.quiet
            font.pixelSize: Style.small
            wrapMode: Text.Wrap
        }

        Flow {
            Layout.fillWidth: true
            spacing: 12

            StudioButton {
                objectName: "choose"
                text: place.chooseText
                onClicked: dialog.open()
            }

            StudioButton {
                objectName: "remove"
                visible: place.file !== ""
                text: place.removeText
                onClicked: place.removed()
            }
        }

        Text {
            Layout.fillWidth: true
            visible: place.wrong !== ""
            text: place.wrong
            color: Style.berry
            font.pixelSize: Style.small
            wrapMode: Text.Wrap
        }
    }
}
