pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The next free times: this office large and first, the others beside it or below.
Item {
    id: page

    required property Desk desk
    readonly property bool beside: !Theme.portrait && page.height > 20 * Theme.body && offices.count > 1 && !parts.sparse
    readonly property real half: page.beside ? (page.width - Theme.gap) / 2 : page.width

    Scroller {
        id: parts

        anchors.fill: parent
        desk: page.desk
        name: "times"

        PageTitle {
            width: page.width
            text: qsTr("When do you want to come?")
            note: page.desk.freshness
            icon: page.desk.topicIcon
            language: page.desk.language
        }

        Grid {
            columns: page.beside ? 2 : 1
            spacing: Theme.gap

            Column {
                Repeater {
                    id: offices

                    model: page.desk.offices

                    OfficeCard {
                        required property int index

                        visible: index === 0
                        width: page.half
                        desk: page.desk
                    }
                }
            }

            Column {
                spacing: Theme.gap

                Repeater {
                    model: page.desk.offices

                    OfficeCard {
                        required property int index

                        visible: index > 0
                        width: page.half
                        desk: page.desk
                    }
                }
            }
        }
    }
}
