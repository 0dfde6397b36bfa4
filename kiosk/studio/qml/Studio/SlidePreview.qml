pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// The slide as visitors see it: on any screen, in any language, on any day and at any hour.
ColumnLayout {
    id: side

    required property StudioModel studio
    readonly property PreviewModel preview: side.studio.slide.preview
    readonly property var words: side.studio.words

    function choose(): void {
        screens.currentIndex = screens.indexOfValue(side.preview.screen);
        languages.currentIndex = languages.indexOfValue(side.preview.language);
    }

    spacing: 12
    Component.onCompleted: side.choose()

    RowLayout {
        Layout.fillWidth: true
        spacing: 12

        Heading {
            Layout.fillWidth: true
            visible: side.width > 520
            text: side.words.preview
        }

        StudioCombo {
            id: screens

            objectName: "screen"
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            label: side.words.previewScreen
            model: side.studio.home.screens
            textRole: "title"
            onActivated: side.preview.lookOn(currentValue)
        }

        StudioCombo {
            id: languages

            objectName: "language"
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            implicitWidth: 170
            label: side.words.previewLanguage
            model: side.preview.languages
            onActivated: side.preview.lookIn(currentValue)
        }
    }

    Rectangle {
        Layout.fillWidth: true
        Layout.fillHeight: true
        color: Style.card
        radius: Style.radius
        border.color: Style.rule

        Image {
            objectName: "preview"
            anchors.fill: parent
            anchors.margins: 10
            fillMode: Image.PreserveAspectFit
            source: side.preview.picture
            cache: false
            mipmap: true
            Accessible.role: Accessible.Graphic
            Accessible.name: side.words.preview
        }

        Text {
            anchors.centerIn: parent
            visible: side.preview.picture === ""
            text: side.words.drawing
            color: Style.quiet
            font.pixelSize: Style.text
        }
    }

    Text {
        objectName: "faults"
        Layout.fillWidth: true
        visible: side.preview.faults !== ""
        text: side.preview.faults
        color: Style.berry
        font.pixelSize: Style.small
        wrapMode: Text.Wrap
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: 12

        TextLine {
            id: day

            objectName: "day"
            label: side.words.asOn
            wrong: side.preview.wrongMoment
            onWritten: side.preview.lookAt(day.text, hour.text)
        }

        TextLine {
            id: hour

            objectName: "hour"
            Layout.alignment: Qt.AlignTop
            label: side.words.asAt
            onWritten: side.preview.lookAt(day.text, hour.text)
        }
    }
}
