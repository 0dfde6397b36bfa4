import QtQuick
import QtQuick.Templates as T
import Kiosk
import Kiosk.Model

// What is on while nobody touches: the slides, and a bar that invites or says where and until when.
Item {
    id: attract

    required property Player player
    required property Bar bar
    required property bool touch
    required property bool moves

    signal touched

    Stage {
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: strip.top
        player: attract.player
        moves: attract.moves
    }

    AttractBar {
        id: strip

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.portrait ? 1.7 * Theme.barHeight : Theme.barHeight
        bar: attract.bar
        touch: attract.touch
    }

    T.AbstractButton {
        anchors.fill: parent
        visible: attract.touch
        enabled: attract.touch
        Accessible.name: attract.bar.invitation
        onPressed: attract.touched()
    }
}
