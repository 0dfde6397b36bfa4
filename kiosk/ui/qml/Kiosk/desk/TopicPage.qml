pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// What do you want help with? Eight choices at a time, and a search where there are more.
Item {
    id: page

    required property Desk desk
    readonly property int columns: Theme.portrait || Theme.textScale > 1.5 ? 1 : 2
    readonly property int lines: Math.ceil(Math.min(8, choices.count) / page.columns)
    readonly property real fill: (choicesArea.height - (page.desk.manyTopics ? Theme.target + Theme.gap : 0) - heading.height - page.lines * Theme.gap) / page.lines
    readonly property bool roomy: page.fill > 5.4 * Theme.body

    Scroller {
        id: choicesArea

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: page.desk.manyTopics ? find.top : parent.bottom
        anchors.bottomMargin: page.desk.manyTopics ? Theme.gap : 0
        desk: page.desk
        name: "topic"

        PageTitle {
            id: heading

            width: page.width
            text: qsTr("What do you want help with?")
            language: page.desk.language
        }

        Grid {
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
                    required language
                    required noteLanguage
                    required noteTag
                    required tag

                    objectName: "topic-" + topic
                    width: (page.width - (page.columns - 1) * Theme.gap) / page.columns
                    height: Math.max(implicitHeight, page.fill)
                    sign: pictogram
                    text: title
                    note: page.roomy ? summary : ""
                    onClicked: page.desk.chooseTopic(topic)
                }
            }
        }
    }

    TouchButton {
        id: find

        objectName: "search"
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        visible: page.desk.manyTopics
        text: qsTr("Search")
        sign: "search"
        language: page.desk.language
        fill: Theme.sea
        edge: Theme.sea
        ink: Theme.paper
        onClicked: page.desk.askSearch()
    }
}
