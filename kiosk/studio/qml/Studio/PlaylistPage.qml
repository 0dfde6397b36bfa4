pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Model
import Studio

// A playlist: its slides in their order, the screens it is for, and when it is shown.
PageFrame {
    id: page

    required property StudioModel studio
    readonly property PlaylistModel playlist: page.studio.playlist
    readonly property var words: page.studio.words
    property int reads: 0

    title: page.words.playlists
    backText: page.words.back
    mainText: ""
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
                    spacing: 8

                    Heading {
                        text: page.words.when
                    }

                    Text {
                        objectName: "whenText"
                        Layout.fillWidth: true
                        text: page.playlist.whenText
                        color: Style.ink
                        font.pixelSize: Style.text
                        wrapMode: Text.Wrap
                    }

                    RemovableRows {
                        objectName: "hours"
                        rows: page.playlist.hours
                        removeText: page.words.remove
                        onRemoved: key => page.playlist.removeHours(Number(key))
                    }

                    RowLayout {
                        Layout.fillWidth: true
                        spacing: 12

                        StudioCombo {
                            id: days

                            objectName: "days"
                            Layout.alignment: Qt.AlignBottom
                            Layout.fillWidth: true
                            label: page.words.weekday
                            model: page.playlist.days
                        }

                        TextLine {
                            id: hours

                            objectName: "newHours"
                            label: page.words.hours
                        }

                        StudioButton {
                            objectName: "addHours"
                            Layout.alignment: Qt.AlignBottom
                            text: page.words.add
                            Accessible.description: page.words.when
                            onClicked: {
                                if (page.playlist.addHours(days.currentValue, hours.text))
                                    hours.text = "";
                            }
                        }
                    }

                    Repeater {
                        model: page.playlist.form.fields

                        SlideFieldLine {
                            part: page.playlist.form
                            words: page.words
                            reads: page.reads
                        }
                    }

                    WrongElsewhere {
                        part: page.playlist.form
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
                }
            }
        }
    }
}
