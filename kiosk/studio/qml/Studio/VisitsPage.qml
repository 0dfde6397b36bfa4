pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Kiosk.Model
import Studio

// Statistics on the visits of a month or a quarter, and the report on them.
PageFrame {
    id: page

    required property StudioModel studio
    readonly property VisitsModel visits: page.studio.visits
    readonly property var words: page.studio.words
    readonly property bool hasReport: page.visits.text !== ""

    function save(form: string): void {
        saving.form = form;
        saving.open();
    }

    title: page.words.visits
    backText: page.words.back
    mainText: ""
    note: page.hasReport ? page.words.reportNote : ""
    first: folder.field
    Component.onCompleted: page.visits.enter()

    Connections {
        function onChanged(): void {
            if (!folder.field.activeFocus)
                folder.text = page.visits.folder;
        }

        target: page.visits
    }

    FolderDialog {
        id: choosing

        onAccepted: page.visits.openFolder(choosing.selectedFolder)
    }

    FileDialog {
        id: saving

        property string form: "html"

        fileMode: FileDialog.SaveFile
        defaultSuffix: saving.form
        nameFilters: [saving.form === "pdf" ? "PDF (*.pdf)" : "HTML (*.html)"]
        onAccepted: page.visits.save(saving.selectedFile, saving.form)
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 12

        RowLayout {
            Layout.fillWidth: true
            spacing: 12

            TextLine {
                id: folder

                objectName: "folder"
                label: page.words.figuresFolder
                Component.onCompleted: folder.text = page.visits.folder
                wrong: page.visits.wrong
                field.onAccepted: page.visits.open(folder.text)
            }

            StudioButton {
                objectName: "chooseFolder"
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: folder.field.y
                text: page.words.chooseFolder
                onClicked: choosing.open()
            }
        }

        GridLayout {
            Layout.fillWidth: true
            visible: page.hasReport
            columns: page.width > 860 ? 3 : 1
            columnSpacing: 12
            rowSpacing: 12

            ChoiceLine {
                label: page.words.visitsPeriod
                rows: page.visits.periods
                current: page.visits.period
                name: "period"
                onChosen: key => page.visits.choose(key)
            }

            StudioButton {
                objectName: "saveForOffice"
                Layout.alignment: Qt.AlignBottom
                main: true
                text: page.words.saveForOffice
                onClicked: page.save("html")
            }

            StudioButton {
                objectName: "saveForBoard"
                Layout.alignment: Qt.AlignBottom
                text: page.words.saveForBoard
                onClicked: page.save("pdf")
            }
        }

        Text {
            objectName: "note"
            Layout.fillWidth: true
            visible: text !== ""
            text: page.visits.busy ? page.words.readingFigures : page.visits.note
            color: page.visits.busy ? Style.quiet : Style.berry
            font.pixelSize: Style.small
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }

        ReadingArea {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: page.hasReport
            name: "report"
            label: page.visits.title
            html: page.visits.text
        }

        Text {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !page.hasReport
            text: page.words.figuresHint
            color: Style.quiet
            font.pixelSize: Style.text
            wrapMode: Text.Wrap
        }
    }
}
