pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import QtQuick.Window
import Kiosk.Model
import Studio

// The window of the Studio: one page at a time, and at its foot what has just happened.
Window {
    id: main

    required property StudioModel studio
    readonly property var words: main.studio.words
    property string page: "home"

    width: 1280
    height: 840
    minimumWidth: 760
    minimumHeight: 560
    color: Style.paper
    title: "Infodisk Studio — " + main.studio.name

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

        Loader {
            Layout.fillWidth: true
            Layout.fillHeight: true
            focus: true
            sourceComponent: main.page === "notice" ? notice : main.page === "closed" ? closed : main.page === "slide" ? slide : home
            onLoaded: (item as Item).forceActiveFocus(Qt.TabFocusReason)
        }

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 56
            color: Style.card

            Rectangle {
                width: parent.width
                height: 1
                color: Style.rule
            }

            RowLayout {
                anchors.fill: parent
                anchors.leftMargin: Style.margin
                anchors.rightMargin: Style.margin
                spacing: 12

                Text {
                    objectName: "message"
                    Layout.fillWidth: true
                    text: main.studio.message
                    color: Style.ink
                    font.pixelSize: Style.text
                    elide: Text.ElideRight
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }

                StudioButton {
                    objectName: "undo"
                    text: main.words.undo
                    enabled: main.studio.canUndo
                    onClicked: main.studio.undo()
                }

                StudioButton {
                    objectName: "redo"
                    text: main.words.redo
                    enabled: main.studio.canRedo
                    onClicked: main.studio.redo()
                }

                StudioButton {
                    objectName: "publish"
                    main: true
                    text: main.words.publish
                    enabled: !main.studio.busy
                    onClicked: main.studio.publish()
                }
            }
        }
    }

    Component {
        id: home

        HomePage {
            objectName: "home"
            studio: main.studio
            onNewSlide: {
                main.studio.beginSlide();
                main.page = "slide";
            }
            onClosed: main.page = "closed"
            onUrgent: main.page = "notice"
            onUndoPublish: ask.open()
        }
    }

    Component {
        id: notice

        NoticePage {
            objectName: "notice"
            studio: main.studio
            onBack: main.page = "home"
        }
    }

    Component {
        id: closed

        ClosedPage {
            objectName: "closedPage"
            studio: main.studio
            onBack: main.page = "home"
        }
    }

    Component {
        id: slide

        SlidePage {
            objectName: "slidePage"
            studio: main.studio
            onBack: {
                main.studio.slide.leave();
                main.page = "home";
            }
        }
    }

    Popup {
        id: ask

        objectName: "ask"
        anchors.centerIn: parent
        modal: true
        focus: true
        padding: Style.margin

        background: Rectangle {
            color: Style.card
            radius: Style.radius
            border.color: Style.rule
        }

        ColumnLayout {
            spacing: Style.gap

            Heading {
                Layout.maximumWidth: 480
                text: main.words.undoPublishAsk
            }

            RowLayout {
                spacing: Style.gap

                StudioButton {
                    objectName: "askYes"
                    main: true
                    text: main.words.yes
                    focus: true
                    onClicked: {
                        ask.close();
                        main.studio.undoPublish();
                    }
                }

                StudioButton {
                    text: main.words.cancel
                    onClicked: ask.close()
                }
            }
        }
    }
}
