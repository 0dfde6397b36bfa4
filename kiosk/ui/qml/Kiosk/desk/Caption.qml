import QtQuick
import Kiosk
import Kiosk.Model

// Above the bar while the page is read aloud: how loud it is.
Rectangle {
    id: caption

    required property Desk desk

    visible: caption.desk.listening
    implicitHeight: Theme.target + Theme.gap
    height: caption.visible ? caption.implicitHeight : 0
    color: Theme.mist

    Row {
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
            onClicked: caption.desk.changeVolume(-1)
        }

        TouchButton {
            objectName: "louder"
            height: Theme.target
            width: Theme.target * 1.5
            text: "+"
            textSize: Theme.plain * 0.95
            Accessible.name: qsTr("Louder")
            onClicked: caption.desk.changeVolume(1)
        }
    }
}
