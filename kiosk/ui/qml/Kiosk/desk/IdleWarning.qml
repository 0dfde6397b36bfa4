import QtQuick
import Kiosk
import Kiosk.Model

// Are you still there? Counts down; one touch anywhere on the answer goes on.
Rectangle {
    id: warning

    required property DeskControls controls
    property int remaining: warning.controls.warningSeconds

    color: "#D916243A"
    onVisibleChanged: {
        warning.remaining = warning.controls.warningSeconds;
        if (warning.visible)
            stay.forceActiveFocus(Qt.TabFocusReason);
    }

    MouseArea {
        anchors.fill: parent
        onPressed: warning.controls.stay()
    }

    Timer {
        interval: 1000
        repeat: true
        running: warning.visible
        onTriggered: warning.remaining = Math.max(0, warning.remaining - 1)
    }

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        // Centred in reach; what does not fit there grows upwards, for the answers are at its foot.
        y: Math.max(Theme.gap, parent.height - height - Math.max(Theme.gap, (Theme.deskHeight - height) / 2))
        width: Math.min(parent.width - 2 * Theme.margin, 100 * Theme.unit * Math.max(1, Theme.textScale * 0.8))
        height: content.height + 2 * Theme.margin
        radius: Theme.radius
        color: Theme.paper

        Column {
            id: content

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.margin * 0.6

            Words {
                width: parent.width
                text: qsTr("Are you still there?")
                language: warning.controls.language
                font.pixelSize: Theme.lead
                font.weight: Font.Bold
            }

            Words {
                width: parent.width
                text: qsTr("Your choices will be cleared in %n second(s).", "", warning.remaining)
                language: warning.controls.language
                font.pixelSize: Theme.body
            }

            TouchButton {
                id: stay

                objectName: "stay"
                width: parent.width
                height: Math.max(implicitHeight, Theme.target * 1.3)
                text: qsTr("Yes, continue")
                sign: "check"
                language: warning.controls.language
                textSize: Theme.lead
                fill: Theme.sea
                edge: Theme.sea
                ink: Theme.paper
                onClicked: warning.controls.stay()
            }

            TouchButton {
                objectName: "leave"
                width: parent.width
                text: qsTr("No, I’m done")
                sign: "close"
                language: warning.controls.language
                onClicked: warning.controls.home()
            }
        }
    }
}
