pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Model
import Studio

// Slides to tick in the order in which to show them, with a name for the new playlist.
Popup {
    id: picker

    required property StudioModel studio
    required property string question
    required property string yes
    property bool named: false
    property list<string> chosen: []
    readonly property var words: picker.studio.words

    signal agreed(name: string, slides: list<string>)

    function toggle(slide: string): void {
        picker.chosen = picker.chosen.includes(slide) ? picker.chosen.filter(each => each !== slide) : [...picker.chosen, slide];
    }

    parent: Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(640, parent ? parent.width - 40 : 640)
    height: Math.min(680, parent ? parent.height - 40 : 680)
    modal: true
    focus: true
    padding: Style.margin
    onOpened: {
        picker.chosen = [];
        name.text = "";
        find.text = "";
        (picker.named ? name : find).field.forceActiveFocus();
    }

    background: Rectangle {
        color: Style.card
        radius: Style.radius
        border.color: Style.rule
    }

    contentItem: ColumnLayout {
        spacing: 12

        Heading {
            Layout.fillWidth: true
            text: picker.question
        }

        TextLine {
            id: name

            objectName: "pickerName"
            visible: picker.named
            label: picker.words.playlistName
        }

        TextLine {
            id: find

            objectName: "pickerFind"
            label: picker.words.findSlide
        }

        ListView {
            id: list

            cacheBuffer: 0 // see OpenPage
            objectName: "pickerSlides"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            activeFocusOnTab: true
            keyNavigationEnabled: true
            model: picker.studio.playlist.allSlides
            Accessible.role: Accessible.List
            Accessible.name: picker.words.chooseSlides
            ScrollBar.vertical: ScrollBar {}
            Keys.onSpacePressed: (list.currentItem as SlidePickerRow)?.picked()

            delegate: SlidePickerRow {
                id: row

                width: list.width - 12
                shown: row.name.toLowerCase().includes(find.text.toLowerCase())
                place: picker.chosen.indexOf(row.key)
                current: list.activeFocus && list.currentIndex === row.index
                slides: picker.studio.slides
                onPicked: picker.toggle(row.key)
            }
        }

        RowLayout {
            spacing: Style.gap

            StudioButton {
                objectName: "pickerYes"
                main: true
                enabled: picker.chosen.length > 0
                text: picker.yes
                onClicked: {
                    const slides = picker.chosen;
                    picker.close();
                    picker.agreed(name.text, slides);
                }
            }

            StudioButton {
                objectName: "pickerNo"
                text: picker.words.cancel
                onClicked: picker.close()
            }
        }
    }
}
