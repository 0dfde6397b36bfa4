import QtQuick
import Kiosk
import Kiosk.Model

// What help there is, what to bring, what it costs and how long it takes, before a time is chosen.
Item {
    id: page

    required property HelpPageModel model
    required property DeskControls controls
    required property PageParts parts
    readonly property int columns: Theme.portrait || Theme.textScale > 1.5 || scroller.sparse ? 1 : 2
    readonly property real half: (page.width - (page.columns - 1) * Theme.gap) / page.columns

    Scroller {
        id: scroller

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: on.top
        anchors.bottomMargin: Theme.gap
        memory: page.parts
        name: "help"

        PageTitle {
            width: page.width
            text: page.model.title
            note: page.model.summary
            icon: page.model.icon
            tag: page.model.tag
            language: page.model.titleLanguage
            noteLanguage: page.model.summaryLanguage
        }

        Grid {
            columns: page.columns
            spacing: Theme.gap

            LineList {
                width: page.half
                title: qsTr("We help you to")
                lines: page.model.helps
                icon: "check"
                language: page.controls.language
            }

            Column {
                spacing: Theme.gap

                LineList {
                    width: page.half
                    title: qsTr("Bring with you")
                    lines: page.model.brings
                    icon: "document"
                    visible: count > 0
                    language: page.controls.language
                }

                FactLine {
                    width: page.half
                    visible: value !== ""
                    label: qsTr("Cost")
                    value: page.model.cost
                    detail: page.model.costTag
                    icon: "money"
                    language: page.model.costLanguage
                }

                FactLine {
                    width: page.half
                    visible: value !== ""
                    label: qsTr("Time")
                    value: page.model.duration
                    detail: ""
                    icon: "clock"
                    language: page.controls.language
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
        language: page.controls.language
        textSize: Math.max(Theme.body, 1.25 * Theme.plain)
        fill: Theme.sea
        edge: Theme.sea
        ink: Theme.paper
        onClicked: page.model.askTimes()
    }
}
