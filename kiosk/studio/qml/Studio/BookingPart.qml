pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// How a time is booked, with the QR code as it will be for a topic and a reader.
ColumnLayout {
    id: part

    required property OfficeModel office
    required property var words
    property int reads: 0

    Layout.fillWidth: true
    spacing: 8

    Connections {
        function onChanged(): void {
            part.reads++;
        }

        target: part.office.form
    }

    Heading {
        Layout.fillWidth: true
        text: part.words.bookingWays
    }

    Repeater {
        model: part.office.form.fields

        SlideFieldLine {
            part: part.office.form
            words: part.words
            reads: part.reads
        }
    }

    Heading {
        Layout.fillWidth: true
        text: part.words.codeAsShown
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: 12

        StudioCombo {
            id: topic

            objectName: "codeTopic"
            Layout.fillWidth: true
            label: part.words.topic
            model: part.office.topics
            onActivated: part.office.lookAtCode(topic.currentValue, language.currentValue)
        }

        StudioCombo {
            id: language

            objectName: "codeLanguage"
            Layout.fillWidth: true
            label: part.words.previewLanguage
            model: part.office.languages
            onActivated: part.office.lookAtCode(topic.currentValue, language.currentValue)
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Style.gap

        Image {
            objectName: "code"
            Layout.preferredWidth: 180
            Layout.preferredHeight: 180
            visible: source.toString() !== ""
            source: part.office.code
            smooth: false
            fillMode: Image.PreserveAspectFit
            Accessible.role: Accessible.Graphic
            Accessible.name: part.words.codeAsShown
        }

        Text {
            objectName: "codeText"
            Layout.fillWidth: true
            text: part.office.codeText
            textFormat: Text.PlainText
            color: Style.ink
            font.pixelSize: Style.small
            wrapMode: Text.WrapAnywhere
        }
    }
}
