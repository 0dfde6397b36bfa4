pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The next free times: this office large and first, the others beside it or below.
Item {
    id: page

    required property Desk desk
    readonly property bool beside: !Theme.portrait && offices.count > 1
    readonly property real half: (page.width - Theme.gap) / 2

    PageTitle {
        id: heading

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        text: qsTr("When do you want to come?")
        note: page.desk.freshness
        icon: page.desk.topicIcon
        language: page.desk.language
    }

    Flow {
        id: cards

        anchors.top: heading.bottom
        anchors.topMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        flow: Flow.TopToBottom
        spacing: Theme.gap

        Repeater {
            id: offices

            model: page.desk.offices

            OfficeCard {
                required property int index

                width: page.beside ? page.half : page.width
                height: page.beside && index === 0 ? cards.height : implicitHeight
                desk: page.desk
            }
        }
    }
}
