pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Model
import Studio

// A playlist: its slides in order, its screens, and when it is shown.
PageFrame {
    id: page

    required property StudioModel studio
    readonly property PlaylistModel playlist: page.studio.playlist
    readonly property var words: page.studio.words
    property int reads: 0

    title: page.words.playlists
    backText: page.words.back
    mainText: page.words.newPlaylist
    ready: !page.studio.busy
    onDone: begin.open()
    note: page.words.savedItself
    Component.onCompleted: page.playlist.open("")

    Connections {
        function onChanged(): void {
            page.reads++;
        }

        target: page.playlist.form
    }

    Connections {
        function onChanged(): void {
            playlists.currentIndex = playlists.indexOfValue(page.playlist.key);
        }

        target: page.playlist
    }

    ScrollView {
        id: scroll

        anchors.fill: parent
        contentWidth: availableWidth

        ColumnLayout {
            width: scroll.availableWidth
            spacing: Style.gap

            StudioCombo {
                id: playlists

                objectName: "playlist"
                Layout.fillWidth: true
                Layout.maximumWidth: 480
                label: page.words.playlist
                model: page.playlist.playlists
                onActivated: page.playlist.open(playlists.currentValue)
            }

            GridLayout {
                Layout.fillWidth: true
                columns: scroll.availableWidth > 900 ? 2 : 1
                columnSpacing: Style.margin
                rowSpacing: Style.gap

                SlideOrder {
                    Layout.alignment: Qt.AlignTop
                    studio: page.studio
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    spacing: Style.margin

                    PlaylistDays {
                        playlist: page.playlist
                        words: page.words
                        reads: page.reads
                    }

                    PlaylistRank {
                        options: page.playlist.options
                        words: page.words
                    }

                    Heading {
                        text: page.words.where
                    }

                    ScreenTicks {
                        objectName: "ticks"
                        Layout.fillWidth: true
                        studio: page.studio
                        off: page.playlist.notOn
                        onTicked: (screen, on) => page.playlist.place(screen, on)
                    }

                    PartToolsPart {
                        tools: page.playlist.tools
                        words: page.words
                    }
                }
            }
        }
    }

    SlidePicker {
        id: begin

        objectName: "beginPlaylist"
        studio: page.studio
        named: true
        question: page.words.newPlaylist
        yes: page.words.create
        onAgreed: (name, slides) => page.playlist.begin(name, slides)
    }
}
