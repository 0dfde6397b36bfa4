pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import Kiosk.Model
import Studio

// The first run: join existing screens, or start with new ones and back up their keys.
Window {
    id: start

    required property StartModel model

    width: 900
    height: 660
    minimumWidth: 640
    minimumHeight: 480
    color: Style.paper
    title: "Infodisk Studio"

    Loader {
        anchors.fill: parent
        anchors.bottomMargin: 48
        focus: true
        sourceComponent: ({
                begin: begin,
                join: join,
                backup: backup
            })[start.model.page] ?? choose
        onLoaded: (item as Item).forceActiveFocus(Qt.TabFocusReason)
    }

    Text {
        objectName: "message"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Style.margin
        text: start.model.message
        color: start.model.busy ? Style.ink : Style.berry
        font.pixelSize: Style.text
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    Component {
        id: choose

        StartChoicePage {
            model: start.model
        }
    }

    Component {
        id: begin

        BeginPage {
            model: start.model
        }
    }

    Component {
        id: join

        JoinPage {
            model: start.model
        }
    }

    Component {
        id: backup

        BackupPage {
            model: start.model
        }
    }
}
