pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import QtQuick.Layouts
import Kiosk.Model
import Studio

// The first language beside another: what is missing, out of date or a draft, and files to and from translators.
PageFrame {
    id: page

    required property StudioModel studio
    readonly property LanguageModel language: page.studio.translations
    readonly property var words: page.studio.words
    property int reads: 0

    title: page.words.languages
    backText: page.words.back
    mainText: ""
    note: page.words.savedItself
    Component.onCompleted: page.language.open("", "")

    Connections {
        function onChanged(): void {
            page.reads++;
            languages.currentIndex = languages.indexOfValue(page.language.key);
            states.currentIndex = states.indexOfValue(page.language.filter);
        }

        target: page.language
    }

    FileDialog {
        id: exporting

        fileMode: FileDialog.SaveFile
        nameFilters: ["XLIFF (*.xlf)", "PO (*.po)"]
        onAccepted: page.language.exportTo(exporting.selectedFile)
    }

    FileDialog {
        id: importing

        nameFilters: ["XLIFF, PO (*.xlf *.xliff *.po)"]
        onAccepted: page.language.importFrom(importing.selectedFile, reader.text)
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 12

        GridLayout {
            Layout.fillWidth: true
            columns: page.width > 1100 ? 4 : 2
            columnSpacing: 12

            StudioCombo {
                id: languages

                objectName: "language"
                Layout.fillWidth: true
                label: page.words.previewLanguage
                model: page.language.languages
                onActivated: page.language.open(languages.currentValue, "")
            }

            StudioCombo {
                id: states

                objectName: "state"
                Layout.fillWidth: true
                label: page.words.show
                model: page.language.filters
                onActivated: page.language.open("", states.currentValue)
            }

            StudioButton {
                objectName: "export"
                Layout.fillWidth: true
                text: page.words.exportTexts
                onClicked: exporting.open()
            }

            StudioButton {
                objectName: "import"
                Layout.fillWidth: true
                text: page.words.importTexts
                onClicked: importing.open()
            }
        }

        TextLine {
            id: reader

            objectName: "reader"
            label: page.words.reader
        }

        Flow {
            Layout.fillWidth: true
            spacing: Style.gap
            Accessible.role: Accessible.Grouping
            Accessible.name: page.words.missingByScreen

            Repeater {
                model: page.language.screens

                Text {
                    required property string name

                    text: name
                    color: Style.quiet
                    font.pixelSize: Style.small
                }
            }
        }

        Text {
            objectName: "refused"
            Layout.fillWidth: true
            visible: page.language.refused !== ""
            text: page.language.refused
            color: Style.berry
            font.pixelSize: Style.small
            wrapMode: Text.Wrap
            maximumLineCount: 6
            elide: Text.ElideRight
        }

        ListView {
            id: list

            cacheBuffer: 0 // see OpenPage
            objectName: "texts"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: 8
            model: page.language.rows
            ScrollBar.vertical: ScrollBar {}

            delegate: TranslationRow {
                id: row

                width: list.width - 16
                language: page.language
                words: page.words
                reads: page.reads
                onRead: page.language.review(row.key, reader.text)
            }
        }
    }
}
