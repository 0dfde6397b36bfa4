pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Model
import Studio

// What a publish changes, removals first, and the earlier versions, each of which can be restored.
PageFrame {
    id: page

    required property StudioModel studio
    readonly property ReleaseModel release: page.studio.release
    readonly property var words: page.studio.words

    title: page.words.whatChanges
    backText: page.words.back
    mainText: page.words.publishNow
    note: page.words.publishHint
    ready: !page.studio.busy
    onDone: page.studio.publishing.publish()
    Component.onCompleted: page.release.enter()
    Component.onDestruction: page.release.leave()

    ScrollView {
        id: scroll

        anchors.fill: parent
        contentWidth: availableWidth

        ColumnLayout {
            width: scroll.availableWidth
            spacing: 12

            Text {
                objectName: "expiry"
                Layout.fillWidth: true
                visible: page.release.warning !== ""
                text: page.release.warning
                color: Style.ink
                font.pixelSize: Style.text
                font.bold: true
                wrapMode: Text.Wrap
            }

            Text {
                objectName: "state"
                Layout.fillWidth: true
                visible: page.release.state !== ""
                text: page.release.state
                color: Style.ink
                font.pixelSize: Style.text
                wrapMode: Text.Wrap
            }

            Repeater {
                model: page.release.changes

                ChangeCard {
                    pictures: page.release.pictures
                    words: page.words
                }
            }

            Heading {
                Layout.topMargin: Style.gap
                text: page.words.versions
            }

            Repeater {
                model: page.release.versions

                RowLayout {
                    id: version

                    required property int number
                    required property string title
                    required property string summary
                    required property bool canReturn

                    Layout.fillWidth: true
                    spacing: Style.gap

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        Text {
                            Layout.fillWidth: true
                            text: version.title
                            color: Style.ink
                            font.pixelSize: Style.text
                            elide: Text.ElideRight
                        }

                        Text {
                            Layout.fillWidth: true
                            text: version.summary
                            color: Style.quiet
                            font.pixelSize: Style.small
                            elide: Text.ElideRight
                        }
                    }

                    StudioButton {
                        objectName: "return/" + version.number
                        visible: version.canReturn
                        enabled: !page.studio.busy
                        text: page.words.returnTo
                        Accessible.description: version.title
                        onClicked: page.studio.publishing.returnTo(version.number)
                    }
                }
            }
        }
    }
}
