pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Model
import Studio

// All slides, filtered by what they lack or by the screen that shows them.
PageFrame {
    id: page

    required property StudioModel studio
    readonly property SlidesModel slides: page.studio.slides
    readonly property var words: page.studio.words

    signal opened(slide: string)

    title: page.words.allSlides
    backText: page.words.back
    mainText: page.words.newSlide
    note: page.slides.countText
    ready: !page.studio.busy
    Component.onCompleted: {
        page.slides.enter();
        kinds.currentIndex = kinds.indexOfValue(page.slides.filter);
        screens.currentIndex = screens.indexOfValue(page.slides.screen);
    }
    Component.onDestruction: page.slides.leave()

    ColumnLayout {
        anchors.fill: parent
        spacing: Style.gap

        RowLayout {
            Layout.fillWidth: true
            spacing: Style.gap

            StudioCombo {
                id: kinds

                objectName: "filter"
                Layout.fillWidth: true
                Layout.maximumWidth: 320
                label: page.words.show
                model: page.slides.filters
                onActivated: page.slides.choose(kinds.currentValue, screens.currentValue)
            }

            StudioCombo {
                id: screens

                objectName: "onScreen"
                Layout.fillWidth: true
                Layout.maximumWidth: 320
                label: page.words.previewScreen
                model: page.slides.screens
                onActivated: page.slides.choose(kinds.currentValue, screens.currentValue)
            }

            Item {
                Layout.fillWidth: true
            }
        }

        GridView {
            id: grid

            cacheBuffer: 0 // see OpenPage
            readonly property int columns: Math.max(1, Math.floor(grid.width / 260))

            objectName: "grid"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            activeFocusOnTab: true
            keyNavigationEnabled: true
            cellWidth: Math.floor(grid.width / grid.columns)
            cellHeight: Math.round(grid.cellWidth * 0.56) + 100
            model: page.slides.rows
            ScrollBar.vertical: ScrollBar {}

            delegate: FocusScope {
                id: cell

                required property string key
                required property string name
                required property string where
                required property string note
                required property bool wrong

                width: grid.cellWidth
                height: grid.cellHeight

                SlideThumb {
                    anchors.fill: parent
                    anchors.margins: 6
                    objectName: "slide/" + cell.key
                    focus: true
                    focusPolicy: Qt.StrongFocus
                    slides: page.slides
                    key: cell.key
                    name: cell.name
                    where: cell.where
                    note: cell.note
                    wrong: cell.wrong
                    onClicked: page.opened(cell.key)
                }
            }
        }
    }
}
