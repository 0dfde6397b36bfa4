import QtQuick
import Kiosk
import Kiosk.Model

// Asks whether the visitor is still there, or lets them undo starting over. Counts down, in a strip at the bottom, so
// that what the visitor is reading or scanning is neither dimmed nor covered.
Rectangle {
    id: warning

    required property DeskControls controls
    readonly property bool leaving: warning.controls.leaving
    readonly property real cell: (content.width - Theme.gap) / 2
    property int remaining: warning.controls.warningSeconds

    function restart(): void {
        warning.remaining = warning.leaving ? warning.controls.undoSeconds : warning.controls.warningSeconds;
        stay.focus = false; // otherwise the next visitor's focus would start on it, unseen
        if (warning.visible)
            stay.forceActiveFocus(Qt.TabFocusReason);
    }

    implicitHeight: content.height + 2 * Theme.gap
    color: Theme.night
    border.width: Theme.contrast ? Theme.line : 0
    border.color: Theme.rule
    onVisibleChanged: warning.restart()
    onLeavingChanged: warning.restart()

    MouseArea {
        anchors.fill: parent
    }

    Timer {
        interval: 1000
        repeat: true
        running: warning.visible
        onTriggered: warning.remaining = Math.max(0, warning.remaining - 1)
    }

    Column {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin * 0.8
        anchors.rightMargin: Theme.margin * 0.8
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap * 0.6

        Words {
            width: parent.width
            text: warning.leaving ? qsTr("Starting over") : qsTr("Are you still there?")
            language: warning.controls.language
            color: Theme.nightInk
            font.pixelSize: Theme.lead
            font.weight: Font.Bold
        }

        Words {
            width: parent.width
            text: qsTr("Your choices will be cleared in %n second(s).", "", warning.remaining)
            language: warning.controls.language
            color: Theme.nightInk
        }

        Row {
            spacing: Theme.gap

            TouchButton {
                id: stay

                objectName: "stay"
                width: warning.cell
                height: Math.max(implicitHeight, leave.implicitHeight, Theme.target * 1.2)
                text: warning.leaving ? qsTr("Undo") : qsTr("Yes, continue")
                sign: warning.leaving ? "back" : "check"
                language: warning.controls.language
                fill: Theme.sun
                edge: Theme.sun
                ink: Theme.sunInk
                onClicked: warning.controls.stay()
            }

            TouchButton {
                id: leave

                objectName: "leave"
                width: warning.cell
                height: stay.height
                text: warning.leaving ? qsTr("Start over now") : qsTr("No, I’m done")
                sign: "close"
                language: warning.controls.language
                onClicked: warning.controls.home()
            }
        }
    }
}
