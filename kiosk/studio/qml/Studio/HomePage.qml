pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Model
import Studio

// The first page: four actions, the current state of each screen, and what ends this week.
ScrollView {
    id: home

    required property StudioModel studio
    readonly property var words: home.studio.words
    readonly property bool forOffice: home.studio.ownOffice !== ""  // opened by the staff of one office

    signal newSlide
    signal closed
    signal urgent
    signal undoPublish
    signal slides
    signal proposal
    signal opened(page: string)
    signal part(file: string)

    contentWidth: availableWidth

    ColumnLayout {
        x: Style.margin
        width: home.availableWidth - 2 * Style.margin
        spacing: Style.gap

        Heading {
            Layout.topMargin: Style.margin
            large: true
            text: home.studio.name
        }

        Text {
            objectName: "rights"
            Layout.fillWidth: true
            visible: home.studio.rightsText !== ""
            text: home.studio.rightsText
            textFormat: Text.PlainText
            color: Style.ink
            font.pixelSize: Style.text
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }

        InboxNotice {
            Layout.fillWidth: true
            proposals: home.studio.proposals
            action: home.words.lookAtProposal
            onOpened: home.proposal()
        }

        Heading {
            Layout.fillWidth: true
            visible: errors.count > 0
            text: home.words.fixFirst
        }

        Repeater {
            id: errors

            model: home.studio.home.errors

            StudioButton {
                required property string key
                required property string name

                objectName: "error/" + key
                Layout.fillWidth: true
                isWarning: true
                text: name
                onClicked: home.part(key)
            }
        }

        GridLayout {
            Layout.fillWidth: true
            columns: home.availableWidth > 980 ? 4 : 2
            columnSpacing: Style.gap
            rowSpacing: Style.gap

            ActionCard {
                objectName: "newSlide"
                text: home.words.newSlide
                hint: home.forOffice ? home.words.everyOwnScreen : home.words.newSlideHint
                enabled: !home.studio.busy
                focus: true
                onClicked: home.newSlide()
            }

            ActionCard {
                objectName: "closed"
                text: home.words.closed
                hint: home.words.closedHint
                enabled: !home.studio.busy
                onClicked: home.closed()
            }

            ActionCard {
                objectName: "urgent"
                text: home.words.urgent
                hint: home.words.urgentHint
                tone: Style.berry
                enabled: !home.studio.busy
                onClicked: home.urgent()
            }

            ActionCard {
                objectName: "undoPublish"
                visible: !home.forOffice
                text: home.words.undoPublish
                hint: home.words.undoPublishHint
                tone: Style.quiet
                enabled: !home.studio.busy
                onClicked: home.undoPublish()
            }
        }

        Flow {
            Layout.fillWidth: true
            Layout.topMargin: Style.gap
            spacing: 12

            StudioButton {
                objectName: "allSlides"
                text: home.words.allSlides
                onClicked: home.slides()
            }

            Repeater {
                model: home.forOffice ? ["schedule", "offices"] : ["playlists", "schedule", "offices", "topics", "languages", "visits"]

                StudioButton {
                    required property string modelData

                    objectName: modelData
                    text: home.words[modelData]
                    onClicked: home.opened(modelData === "schedule" ? "week" : modelData)
                }
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Style.gap

            Heading {
                Layout.fillWidth: true
                text: home.words.screens
            }

            StudioButton {
                objectName: "lookAtScreens"
                visible: home.studio.home.fleet.hasBroker
                enabled: home.studio.home.fleet.canLook
                text: home.words.lookAtScreens
                onClicked: home.studio.home.fleet.look()
            }
        }

        Flow {
            Layout.fillWidth: true
            spacing: Style.gap

            Repeater {
                model: home.studio.home.screens

                ScreenCard {
                    words: home.words
                }
            }
        }

        Heading {
            Layout.topMargin: Style.gap
            text: home.words.ending
        }

        Text {
            visible: endings.count === 0
            text: home.words.nothingEnds
            color: Style.quiet
            font.pixelSize: Style.text
        }

        Repeater {
            id: endings

            model: home.studio.home.endings

            StudioButton {
                required property string key
                required property string name

                objectName: "ending/" + key
                text: name
                onClicked: home.part(key)
            }
        }

        AppearancePart {
            Layout.topMargin: Style.gap
            appearance: home.studio.home.appearance
            words: home.words
        }

        Item {
            implicitHeight: Style.gap
        }
    }
}
