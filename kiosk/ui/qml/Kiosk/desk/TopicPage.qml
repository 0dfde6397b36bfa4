pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// Asks what the visitor wants help with: eight choices at a time, and a search if there are more.
PageFrame {
    id: page

    required property TopicPageModel model

    title: qsTr("What do you want help with?")
    icon: "hand"

    Parts {
        id: area

        width: parent.width
        height: parent.height - (page.model.many ? find.height + Theme.gap : 0)
        memory: page.parts
        name: "topic"
        columns: Theme.portrait || Theme.textScale > 1.5 ? 1 : 2
        spacing: Theme.gap * (Theme.textScale > 1 ? 0.6 : 1)

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
                width: area.columnWidth
                height: Math.max(implicitHeight, area.shared(Math.min(8, choices.count), 1.36 * textSize + 0.8 * Theme.gap, 46 * Theme.unit))
                textSize: Theme.textScale > 1.5 ? Theme.body : Theme.lead
                sign: pictogram
                text: title
                note: area.roomHeight > 26 * Theme.body ? summary : ""
                chosen: topic === page.model.pointed
                onClicked: page.model.choose(topic)
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
        onClicked: page.model.search()
    }
}
