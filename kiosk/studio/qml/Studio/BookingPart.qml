pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// How a time is booked, with the QR code as visitors will see it for a topic in a language.
ColumnLayout {
    id: part

    required property BookingModel booking
    required property var words
    property int reads: 0

    Layout.fillWidth: true
    spacing: 8

    Connections {
        function onChanged(): void {
            part.reads++;
        }

        target: part.booking.form
    }

    Heading {
        Layout.fillWidth: true
        text: part.words.bookingWays
    }

    Repeater {
        model: part.booking.form.fields

        SlideFieldLine {
            part: part.booking.form
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
            model: part.booking.topics
            onActivated: part.booking.lookAtCode(topic.currentValue, language.currentValue)
        }

        StudioCombo {
            id: language

            objectName: "codeLanguage"
            Layout.fillWidth: true
            label: part.words.previewLanguage
            model: part.booking.languages
            onActivated: part.booking.lookAtCode(topic.currentValue, language.currentValue)
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
            source: part.booking.code
            smooth: false
            fillMode: Image.PreserveAspectFit
            Accessible.role: Accessible.Graphic
            Accessible.name: part.words.codeAsShown
        }

        Text {
            objectName: "codeText"
            Layout.fillWidth: true
            text: part.booking.codeText
            textFormat: Text.PlainText
            color: Style.ink
            font.pixelSize: Style.small
            wrapMode: Text.WrapAnywhere
        }
    }
}
