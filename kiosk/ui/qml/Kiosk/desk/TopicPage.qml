pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// What do you want help with? Eight choices at a time, and a search where there are more.
Item {
    id: page

    required property TopicPageModel model
    required property DeskControls controls
    required property PageParts parts
    readonly property int columns: Theme.portrait || Theme.textScale > 1.5 ? 1 : 2
    readonly property int lines: Math.ceil(Math.min(8, choices.count) / page.columns)
    readonly property real fill: (choicesArea.height - (page.model.many ? Theme.target + Theme.gap : 0) - heading.height - page.lines * Theme.gap) / page.lines
    readonly property bool roomy: page.fill > 5.4 * Theme.body

    Scroller {
        id: choicesArea

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: page.model.many ? find.top : parent.bottom
        anchors.bottomMargin: page.model.many ? Theme.gap : 0
        memory: page.parts
        name: "topic"

        PageTitle {
            id: heading

            width: page.width
            text: qsTr("What do you want help with?")
            language: page.controls.language
        }

        Grid {
            columns: page.columns
            spacing: Theme.gap

            Repeater {
                id: choices

                model: page.model.topics

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
                    onClicked: page.model.choose(topic)
                }
            }
        }
    }

    TouchButton {
        id: find

        objectName: "search"
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        visible: page.model.many
        text: qsTr("Search")
        sign: "search"
        language: page.controls.language
        fill: Theme.sea
        edge: Theme.sea
        ink: Theme.paper
        onClicked: page.model.search()
    }
}
