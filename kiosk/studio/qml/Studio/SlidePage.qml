pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Model
import Studio

// A slide: its words at the left with what is wrong beside each, and at the right what hangs on the wall.
PageFrame {
    id: page

    required property StudioModel studio
    readonly property SlideModel slide: page.studio.slide
    readonly property var words: page.studio.words
    property int reads: 0

    // Values come back from the file: after undo, too.
    function read(): void {
        for (const line of [titleSv, titleEn, textSv, textEn])
            line.look();
        last.text = page.slide.value("until", "");
    }

    title: page.words.newSlide
    backText: page.words.back
    mainText: page.words.publishNow
    note: page.words.savedItself
    ready: !page.studio.busy
    onDone: {
        if (page.slide.leave())
            page.studio.publish();
        page.back();
    }
    Component.onCompleted: page.read()

    component Line: TextLine {
        id: line

        required property string key
        required property string language

        function look(): void {
            const found = page.slide.value(line.key, line.language);
            if (found !== line.text)
                line.text = found;
        }

        wrong: page.reads >= 0 ? page.slide.wrong(line.key) : ""
        onWritten: text => page.slide.write(line.key, line.language, text)
    }

    Connections {
        function onChanged(): void {
            page.reads++;
            page.read();
        }

        target: page.slide
    }

    RowLayout {
        anchors.fill: parent
        spacing: Style.margin

        ScrollView {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            contentWidth: availableWidth

            ColumnLayout {
                width: parent.width
                spacing: 12

                Line {
                    id: titleSv

                    objectName: "titleSv"
                    key: "title"
                    language: "sv"
                    label: page.words.title + " · " + page.words.inSwedish
                }

                Line {
                    id: titleEn

                    objectName: "titleEn"
                    key: "title"
                    language: "en"
                    label: page.words.title + " · " + page.words.inEnglish
                    wrong: ""
                }

                Line {
                    id: textSv

                    objectName: "textSv"
                    key: "text"
                    language: "sv"
                    label: page.words.text + " · " + page.words.inSwedish
                }

                Line {
                    id: textEn

                    objectName: "textEn"
                    key: "text"
                    language: "en"
                    label: page.words.text + " · " + page.words.inEnglish
                    wrong: ""
                }

                Line {
                    id: last

                    objectName: "lastDay"
                    key: "until"
                    language: ""
                    label: page.words.until + " (" + page.words.dayForm + ")"
                }

                Text {
                    text: page.words.colour
                    color: Style.quiet
                    font.pixelSize: Style.small
                }

                RowLayout {
                    spacing: 8

                    Repeater {
                        model: [["paper", "#FAF6EE"], ["ink", "#16243A"], ["sea", "#0B5C6B"], ["leaf", "#245A41"], ["sun", "#F6B93B"], ["berry", "#8E2A4C"]]

                        Button {
                            id: tone

                            required property var modelData

                            implicitWidth: Style.target
                            implicitHeight: Style.target
                            Accessible.name: page.words.colour + " " + tone.modelData[0]
                            onClicked: page.slide.write("tone", "", tone.modelData[0])

                            background: Rectangle {
                                radius: Style.target / 2
                                color: tone.modelData[1]
                                border.width: tone.visualFocus ? 4 : 1
                                border.color: tone.visualFocus ? Style.focus : Style.rule
                            }
                        }
                    }
                }
            }
        }

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 3
            spacing: 12

            RowLayout {
                Layout.fillWidth: true
                spacing: 12

                Heading {
                    Layout.fillWidth: true
                    text: page.words.preview
                }

                ComboBox {
                    objectName: "screen"
                    implicitHeight: Style.target
                    model: page.studio.screens
                    textRole: "key"
                    valueRole: "key"
                    font.pixelSize: Style.text
                    Accessible.name: page.words.previewScreen
                    onActivated: page.slide.look(currentText, "")
                }

                ComboBox {
                    objectName: "language"
                    implicitHeight: Style.target
                    model: ["sv", "en"]
                    font.pixelSize: Style.text
                    Accessible.name: page.words.previewLanguage
                    onActivated: page.slide.look("", currentText)
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
                    source: page.slide.picture
                    cache: false
                    mipmap: true
                    Accessible.role: Accessible.Graphic
                    Accessible.name: page.words.preview
                }

                Text {
                    anchors.centerIn: parent
                    visible: page.slide.picture === ""
                    text: page.words.drawing
                    color: Style.quiet
                    font.pixelSize: Style.text
                }
            }

            Text {
                Layout.fillWidth: true
                visible: page.slide.onPicture !== ""
                text: page.slide.onPicture
                color: Style.berry
                font.pixelSize: Style.small
                wrapMode: Text.Wrap
            }
        }
    }
}
