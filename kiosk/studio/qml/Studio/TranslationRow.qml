import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// One text in the first language, and beside it the translation and what is left to do.
Rectangle {
    id: row

    required property string key
    required property string name
    required property string source
    required property LanguageModel language
    required property var words
    required property int reads
    readonly property string target: row.reads >= 0 ? row.language.target(row.key) : ""
    readonly property string work: row.reads >= 0 ? row.language.state(row.key) : ""

    signal read

    implicitHeight: inner.implicitHeight + 20
    radius: 6
    color: Style.card
    border.color: Style.rule

    Timer {
        id: typed

        interval: 400
        onTriggered: row.language.write(row.key, block.text)
    }

    RowLayout {
        id: inner

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: 10
        spacing: Style.gap

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop

            Text {
                Layout.fillWidth: true
                text: row.name
                color: Style.quiet
                font.pixelSize: Style.small
                elide: Text.ElideRight
            }

            Text {
                Layout.fillWidth: true
                text: row.source
                textFormat: Text.PlainText
                color: Style.ink
                font.pixelSize: Style.text
                wrapMode: Text.Wrap
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 1

            TextBlock {
                id: block

                readonly property string value: row.target

                objectName: "text/" + row.key
                Layout.fillWidth: true
                least: 44
                label: row.work
                accessibleName: row.words.translation + ": " + row.source + ". " + row.work
                onWritten: typed.restart()
                onValueChanged: {
                    if (!typed.running && block.text !== block.value)
                        block.text = block.value;
                }
            }

            StudioButton {
                objectName: "read/" + row.key
                text: row.words.readIt
                enabled: row.target !== ""
                Accessible.description: row.source
                onClicked: {
                    if (typed.running) {
                        typed.stop();
                        row.language.write(row.key, block.text);
                    }
                    row.read();
                }
            }
        }
    }

    Component.onDestruction: {
        if (typed.running)
            row.language.write(row.key, block.text);
    }
}
