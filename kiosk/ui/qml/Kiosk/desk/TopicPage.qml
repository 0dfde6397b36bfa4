pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// What do you want help with? At most eight choices.
Item {
    id: page

    required property Desk desk
    readonly property int columns: Theme.portrait ? 1 : 2
    readonly property int lines: Math.ceil(choices.count / page.columns)
    readonly property real lineHeight: (cells.height - (page.lines - 1) * Theme.gap) / page.lines
    readonly property bool roomy: page.lineHeight > 5.4 * Theme.body

    PageTitle {
        id: heading

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        text: qsTr("What do you want help with?")
        language: page.desk.language
    }

    Grid {
        id: cells

        anchors.top: heading.bottom
        anchors.topMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        columns: page.columns
        spacing: Theme.gap

        Repeater {
            id: choices

            model: page.desk.topics

            ChoiceButton {
                required property string topic
                required property string title
                required property string summary
                required property string pictogram

                objectName: "topic-" + topic
                width: (page.width - (page.columns - 1) * Theme.gap) / page.columns
                height: page.lineHeight
                sign: pictogram
                text: title
                note: page.roomy ? summary : ""
                language: page.desk.language
                onClicked: page.desk.chooseTopic(topic)
            }
        }
    }
}
