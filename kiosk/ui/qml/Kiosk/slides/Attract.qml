pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kiosk
import Kiosk.Model

// Shown while nobody uses the desk: the slides and, depending on the screen's layout, a bar or a panel with an
// invitation, or with the office and its hours.
Item {
    id: attract

    required property Player player
    required property AttractBarModel bar
    required property NoticeBarModel notices
    required property bool touch
    required property bool moves
    required property string layout
    readonly property bool barred: attract.layout === "bar"
    readonly property bool panelled: attract.layout === "panel"

    // Whole pixels: a slide that fades is first drawn in its own layer, which would otherwise be stretched.
    readonly property real panelWidth: attract.panelled && !Theme.portrait ? Math.round(0.27 * attract.width) : 0
    readonly property real stripHeight: Math.round(attract.barred ? (Theme.portrait ? 1.7 : 1) * Theme.barHeight : attract.panelled && Theme.portrait ? 0.22 * attract.height : 0)

    // A touch or a key; `listening` is true for the help key, which starts reading aloud for those who cannot see.
    signal touched(listening: bool)

    Stage {
        id: stage

        objectName: "stage"
        width: attract.width - attract.panelWidth
        height: attract.height - attract.stripHeight
        player: attract.player
        moves: attract.moves
    }

    NoticeBar {
        objectName: "notice"
        width: stage.width
        notices: attract.notices
    }

    Loader {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: attract.panelWidth || attract.width
        height: attract.stripHeight || attract.height
        active: attract.barred || attract.panelled
        sourceComponent: attract.barred ? bar : panel
    }

    Component {
        id: bar

        AttractBar {
            bar: attract.bar
            touch: attract.touch
            rightRoom: attract.touch ? pause.width + Theme.gap : 0
        }
    }

    Component {
        id: panel

        SidePanel {
            bar: attract.bar
            touch: attract.touch
        }
    }

    T.AbstractButton {
        anchors.fill: parent
        visible: attract.touch
        enabled: attract.touch
        Accessible.name: attract.bar.invitation
        focus: attract.visible
        focusPolicy: Qt.NoFocus
        onPressed: attract.touched(false)
        Keys.onPressed: event => attract.touched(event.key === Qt.Key_F1 || event.key === Qt.Key_Help)
    }

    PauseButton {
        id: pause

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.rightMargin: Theme.margin
        anchors.bottomMargin: attract.barred && !Theme.portrait ? (attract.stripHeight - pause.height) / 2 : Theme.margin / 2
        visible: attract.touch
        player: attract.player
    }
}
