import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Model
import Studio

// An urgent notice: what has happened, where, and until when.
PageFrame {
    id: page

    required property StudioModel studio
    readonly property var words: page.studio.words

    title: page.words.urgent
    backText: page.words.back
    mainText: page.words.publishNow
    note: page.words.noticeLanguages
    ready: !page.studio.busy
    onDone: {
        if (page.studio.quick.publishNotice(presets.current, swedish.text, english.text, ticks.chosen(), until.text, time.text))
            page.back();
    }

    RowLayout {
        anchors.fill: parent
        spacing: Style.margin

        ScrollView {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            contentWidth: availableWidth

            ColumnLayout {
                width: parent.width
                spacing: 10

                Heading {
                    text: page.words.noticeTitle
                }

                ChoiceList {
                    id: presets

                    objectName: "presets"
                    Layout.fillWidth: true
                    rows: page.studio.quick.presets
                    onChosen: key => {
                        swedish.text = page.studio.quick.preset(key, "sv");
                        english.text = page.studio.quick.preset(key, "en");
                    }
                }

                TextLine {
                    id: swedish

                    objectName: "swedish"
                    label: page.words.noticeText
                }

                TextLine {
                    id: english

                    objectName: "english"
                    label: page.words.noticeTextOther
                }
            }
        }

        ScrollView {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 4
            contentWidth: availableWidth

            ColumnLayout {
                width: parent.width
                spacing: 10

                Heading {
                    Layout.fillWidth: true
                    visible: shown.implicitHeight > 0
                    text: page.words.noticesNow
                }

                RemovableRows {
                    id: shown

                    objectName: "notices"
                    rows: page.studio.quick.notices
                    removeText: page.words.takeDown
                    onRemoved: key => page.studio.quick.takeDown(key)
                }

                TextLine {
                    id: until

                    objectName: "until"
                    label: page.words.until + " (" + page.words.dayForm + ")"
                    Component.onCompleted: until.text = page.studio.todayText  // only once, to keep what is typed
                }

                TextLine {
                    id: time

                    objectName: "time"
                    label: page.words.untilTime
                }

                Heading {
                    text: page.words.where
                }

                Text {
                    objectName: "everyOwnScreen"
                    Layout.fillWidth: true
                    visible: page.studio.ownOffice !== ""
                    text: page.words.everyOwnScreen
                    color: Style.ink
                    font.pixelSize: Style.text
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }

                ScreenTicks {
                    id: ticks

                    visible: page.studio.ownOffice === ""

                    objectName: "ticks"
                    Layout.fillWidth: true
                    studio: page.studio
                    onTicked: (screen, on) => ticks.off = on ? ticks.off.filter(each => each !== screen) : [...ticks.off, screen]
                }
            }
        }
    }
}
