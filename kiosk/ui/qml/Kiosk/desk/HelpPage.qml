import QtQuick
import Kiosk
import Kiosk.Model

// What help there is and what to bring, before a time is chosen.
Item {
    id: page

    required property Desk desk

    PageTitle {
        id: heading

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        text: page.desk.topicTitle
        note: page.desk.topicSummary
        icon: page.desk.topicIcon
        language: page.desk.language
    }

    Grid {
        anchors.top: heading.bottom
        anchors.topMargin: Theme.margin
        anchors.left: parent.left
        anchors.right: parent.right
        columns: Theme.portrait ? 1 : 2
        spacing: Theme.gap

        LineList {
            width: Theme.portrait ? page.width : (page.width - Theme.gap) / 2
            title: qsTr("We can help you with")
            lines: page.desk.helps
            icon: "check"
            language: page.desk.language
        }

        LineList {
            width: Theme.portrait ? page.width : (page.width - Theme.gap) / 2
            title: qsTr("Bring with you")
            lines: page.desk.brings
            icon: "document"
            note: page.desk.topicCost
            language: page.desk.language
        }
    }

    TouchButton {
        objectName: "times"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.target * 1.5
        text: qsTr("See when you can come")
        sign: "calendar"
        language: page.desk.language
        textSize: Theme.lead
        fill: Theme.sea
        edge: Theme.sea
        ink: Theme.paper
        onClicked: page.desk.askTimes()
    }
}
