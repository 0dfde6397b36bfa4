import QtQuick
import Kiosk
import Kiosk.Model

// Shown above the bar while the page is read aloud: the spoken line with the current word marked, and the volume.
Rectangle {
    id: caption

    required property AccessibilityControls accessibility
    required property ReadAloud readAloud

    visible: caption.accessibility.listening
    implicitHeight: Math.max(Theme.target, 2.8 * Theme.plain) + Theme.gap
    height: caption.visible ? caption.implicitHeight : 0
    color: Theme.mist

    Words {
        objectName: "caption"
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.right: volume.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        height: 2.8 * Theme.plain
        verticalAlignment: Text.AlignVCenter
        text: caption.readAloud.caption
        language: caption.readAloud.captionLanguage
        textFormat: Text.StyledText
        font.pixelSize: Theme.plain
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.plain * 0.7
    }

    Row {
        id: volume

        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        TouchButton {
            objectName: "softer"
            height: Theme.target
            width: Theme.target * 1.5
            text: "\u2212"
            textSize: Theme.plain * 0.95
            Accessible.name: qsTr("Softer")
            onClicked: caption.accessibility.changeVolume(-1)
        }

        TouchButton {
            objectName: "louder"
            height: Theme.target
            width: Theme.target * 1.5
            text: "+"
            textSize: Theme.plain * 0.95
            Accessible.name: qsTr("Louder")
            onClicked: caption.accessibility.changeVolume(1)
        }
    }
}
