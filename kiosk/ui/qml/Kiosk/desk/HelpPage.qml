import QtQuick
import Kiosk
import Kiosk.Model

// What help there is, what to bring, what it costs and how long it takes, before a time is chosen.
Item {
    id: page

    required property Desk desk
    readonly property int columns: Theme.portrait || Theme.textScale > 1.5 || parts.sparse ? 1 : 2
    readonly property real half: (page.width - (page.columns - 1) * Theme.gap) / page.columns

    Scroller {
        id: parts

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: on.top
        anchors.bottomMargin: Theme.gap
        desk: page.desk
        name: "help"

        PageTitle {
            width: page.width
            text: page.desk.topicTitle
            note: page.desk.topicSummary
            icon: page.desk.topicIcon
            tag: page.desk.topicTag
            language: page.desk.topicLanguage
            noteLanguage: page.desk.summaryLanguage
        }

        Grid {
            columns: page.columns
            spacing: Theme.gap

            LineList {
                width: page.half
                title: qsTr("We help you to")
                lines: page.desk.helps
                icon: "check"
                language: page.desk.language
            }

            Column {
                spacing: Theme.gap

                LineList {
                    width: page.half
                    title: qsTr("Bring with you")
                    lines: page.desk.brings
                    icon: "document"
                    visible: count > 0
                    language: page.desk.language
                }

                FactLine {
                    width: page.half
                    visible: value !== ""
                    label: qsTr("Cost")
                    value: page.desk.topicCost
                    detail: page.desk.costTag
                    icon: "money"
                    language: page.desk.costLanguage
                }

                FactLine {
                    width: page.half
                    visible: value !== ""
                    label: qsTr("Time")
                    value: page.desk.topicTakes
                    detail: ""
                    icon: "clock"
                    language: page.desk.language
                }
            }
        }
    }

    TouchButton {
        id: on

        objectName: "times"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Math.max(implicitHeight, Theme.target * (Theme.textScale > 1 ? 1 : 1.3))
        text: qsTr("See when you can come")
        sign: "calendar"
        language: page.desk.language
        textSize: Math.max(Theme.body, 1.25 * Theme.plain)
        fill: Theme.sea
        edge: Theme.sea
        ink: Theme.paper
        onClicked: page.desk.askTimes()
    }
}
