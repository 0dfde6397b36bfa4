pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// The name of an office and where it is, in two languages.
ColumnLayout {
    id: part

    required property OfficeModel office
    required property var words
    required property int reads

    Layout.fillWidth: true
    spacing: 8

    Heading {
        Layout.fillWidth: true
        text: part.words.officeWords
    }

    StudioCombo {
        id: languages

        readonly property string second: part.office.second

        objectName: "officeLanguage"
        Layout.fillWidth: true
        label: part.words.previewLanguage
        model: part.office.languages
        onActivated: part.office.writeIn(languages.currentValue)
        onSecondChanged: languages.currentIndex = languages.indexOfValue(languages.second)
        Component.onCompleted: languages.currentIndex = languages.indexOfValue(languages.second)
    }

    Repeater {
        model: part.office.form.fields

        SlideFieldLine {
            only: "words"
            part: part.office.form
            words: part.words
            reads: part.reads
        }
    }
}
