import QtQuick
import QtQuick.Layouts
import QtQuick.Window
import Kiosk.Model
import Studio

// The window of the Studio: one page at a time, and at the bottom what has just happened.
Window {
    id: main

    required property StudioModel studio
    readonly property var words: main.studio.words
    property alias page: navigation.page

    width: 1280
    height: 840
    minimumWidth: 720
    minimumHeight: 480
    color: Style.paper
    title: "Infodisk Studio — " + main.studio.name

    Navigation {
        id: navigation

        studio: main.studio
    }

    Connections {
        function onShown(): void {
            navigation.page = "conflicts";
        }

        target: main.studio.conflicts
    }

    Binding {
        target: Style
        property: "theme"
        value: main.studio.home.appearance.theme
    }

    Shortcut {
        sequences: [StandardKey.Undo]
        onActivated: main.studio.undo()
    }

    Shortcut {
        sequences: [StandardKey.Redo]
        onActivated: main.studio.redo()
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        OpenPage {
            Layout.fillWidth: true
            Layout.fillHeight: true
            focus: true
            enabled: !main.studio.busy
            studio: main.studio
            navigation: navigation
            onUndoPublish: ask.open()
        }

        WindowFoot {
            Layout.fillWidth: true
            studio: main.studio
            canPublish: navigation.page !== "release"
            onPublish: navigation.showRelease()
        }
    }

    AskDialog {
        id: ask

        objectName: "ask"
        question: main.words.undoPublishAsk
        yes: main.words.yes
        no: main.words.cancel
        onAgreed: main.studio.publishing.undoPublish()
    }
}
