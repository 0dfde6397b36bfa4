pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kiosk
import Kiosk.Model

// What is on while nobody touches: the slides, and beside them, as the screen's layout has it, a bar or a panel
// that invites or says where and until when.
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

    // Whole dots: a slide that fades is drawn by itself first, and would be stretched to them.
    readonly property real panelWidth: attract.panelled && !Theme.portrait ? Math.round(0.27 * attract.width) : 0
    readonly property real stripHeight: Math.round(attract.barred ? (Theme.portrait ? 1.7 : 1) * Theme.barHeight : attract.panelled && Theme.portrait ? 0.22 * attract.height : 0)

    // Touched, or a key: the one for help asks to be read aloud to, by those who cannot see what else to touch.
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
