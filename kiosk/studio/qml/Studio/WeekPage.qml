pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// A week of one screen, drawn from its schedule. The selected box says why it is on.
PageFrame {
    id: page

    required property StudioModel studio
    readonly property WeekModel week: page.studio.week
    readonly property var words: page.studio.words

    title: page.words.schedule
    backText: page.words.back
    mainText: ""
    note: page.words.scheduleNote
    Component.onCompleted: page.week.open("")
    Component.onDestruction: page.week.leave()

    Connections {
        function onChanged(): void {
            screens.currentIndex = screens.indexOfValue(page.week.screen);
        }

        target: page.week
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Style.gap

        RowLayout {
            Layout.fillWidth: true
            spacing: 12

            StudioCombo {
                id: screens

                objectName: "weekScreen"
                Layout.fillWidth: true
                Layout.maximumWidth: 420
                label: page.words.previewScreen
                textRole: "title"
                model: page.studio.home.screens
                onActivated: page.week.open(screens.currentValue)
            }

            StudioButton {
                objectName: "weekBefore"
                text: "‹"
                Accessible.name: page.words.weekBefore
                onClicked: page.week.turnWeek(-1)
            }

            Text {
                objectName: "weekText"
                text: page.week.weekText
                color: Style.ink
                font.pixelSize: Style.text
            }

            StudioButton {
                objectName: "weekAfter"
                text: "›"
                Accessible.name: page.words.weekAfter
                onClicked: page.week.turnWeek(1)
            }
        }

        Text {
            objectName: "weekSummary"
            Layout.fillWidth: true
            text: page.week.summary
            color: Style.ink
            font.pixelSize: Style.small
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }

        WeekGrid {
            Layout.fillWidth: true
            Layout.fillHeight: true
            week: page.week
        }

        Text {
            objectName: "why"
            Layout.fillWidth: true
            text: page.week.why
            color: Style.ink
            font.pixelSize: Style.text
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
}
