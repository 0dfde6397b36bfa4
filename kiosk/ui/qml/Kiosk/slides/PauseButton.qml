import QtQuick
import Kiosk
import Kiosk.Model

// Pauses and resumes everything that moves (WCAG 2.2.2).
TouchButton {
    id: button

    required property Player player

    objectName: "pause"
    sign: button.player.held ? "play" : "pause"
    fill: Theme.card
    ink: Theme.ink
    Accessible.name: button.player.held ? qsTr("Continue the slides") : qsTr("Stop the slides")
    onClicked: button.player.toggleHold()
}
