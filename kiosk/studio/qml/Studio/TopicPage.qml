pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Model
import Studio

// A topic: its words in two languages, and its pictogram.
PageFrame {
    id: page

    required property StudioModel studio
    readonly property TopicModel topic: page.studio.topic
    readonly property var words: page.studio.words
    property int reads: 0

    title: page.words.topics
    backText: page.words.back
    mainText: page.words.newTopic
    note: page.words.savedItself
    ready: !page.studio.busy
    onDone: begin.open()
    Component.onCompleted: page.topic.open("")

    Connections {
        function onChanged(): void {
            page.reads++;
            topics.currentIndex = topics.indexOfValue(page.topic.key);
            languages.currentIndex = languages.indexOfValue(page.topic.second);
        }

        target: page.topic
    }

    Connections {
        function onChanged(): void {
            page.reads++;
        }

        target: page.topic.form
    }

    NewPartDialog {
        id: begin

        objectName: "beginTopic"
        question: page.words.newTopic
        first: page.words.topicName
        yes: page.words.create
        no: page.words.cancel
        onAgreed: name => {
            if (page.topic.begin(name))
                begin.finish();
        }
    }

    ScrollView {
        id: scroll

        anchors.fill: parent
        contentWidth: availableWidth

        ColumnLayout {
            width: scroll.availableWidth
            spacing: 12

            GridLayout {
                Layout.fillWidth: true
                columns: scroll.availableWidth > 700 ? 2 : 1
                columnSpacing: Style.gap

                StudioCombo {
                    id: topics

                    objectName: "topic"
                    Layout.fillWidth: true
                    label: page.words.topic
                    model: page.topic.topics
                    onActivated: page.topic.open(topics.currentValue)
                }

                StudioCombo {
                    id: languages

                    objectName: "language"
                    Layout.fillWidth: true
                    label: page.words.previewLanguage
                    model: page.topic.languages
                    onActivated: page.topic.writeIn(languages.currentValue)
                }
            }

            Heading {
                text: page.words.pictogram
            }

            IconChoice {
                Layout.fillWidth: true
                icons: page.topic.icons
                current: page.topic.icon
                label: page.words.pictogram
                onChosen: icon => page.topic.chooseIcon(icon)
            }

            Repeater {
                model: page.topic.form.fields

                SlideFieldLine {
                    part: page.topic.form
                    words: page.words
                    reads: page.reads
                }
            }

            Flow {
                Layout.fillWidth: true
                spacing: 12

                StudioButton {
                    objectName: "addHelp"
                    text: page.words.addHelp
                    onClicked: page.topic.addLine("help")
                }

                StudioButton {
                    objectName: "addBring"
                    text: page.words.addBring
                    onClicked: page.topic.addLine("bring")
                }
            }

            WrongElsewhere {
                part: page.topic.form
            }

            PartToolsPart {
                Layout.topMargin: Style.gap
                tools: page.topic.tools
                words: page.words
            }
        }
    }
}
