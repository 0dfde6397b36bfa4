pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The next free times: this office large and first, the others beside it or below.
Item {
    id: page

    required property TimesPageModel model
    required property DeskControls controls
    required property PageParts parts
    readonly property bool beside: !Theme.portrait && page.height > 20 * Theme.body && offices.count > 1 && !scroller.sparse
    readonly property real half: page.beside ? (page.width - Theme.gap) / 2 : page.width

    Scroller {
        id: scroller

        anchors.fill: parent
        memory: page.parts
        name: "times"

        PageTitle {
            width: page.width
            text: qsTr("When do you want to come?")
            note: page.model.freshness
            icon: page.model.icon
            language: page.controls.language
        }

        Grid {
            columns: page.beside ? 2 : 1
            spacing: Theme.gap

            Column {
                Repeater {
                    id: offices

                    model: page.model.offices

                    OfficeCard {
                        required property int index

                        visible: index === 0
                        width: page.half
                        language: page.controls.language
                        onSlotChosen: key => page.model.chooseSlot(key)
                        onOfficeChosen: page.model.chooseOffice(office)
                        onDaysAsked: page.model.askDays(office)
                    }
                }
            }

            Column {
                spacing: Theme.gap

                Repeater {
                    model: page.model.offices

                    OfficeCard {
                        required property int index

                        visible: index > 0
                        width: page.half
                        language: page.controls.language
                        onSlotChosen: key => page.model.chooseSlot(key)
                        onOfficeChosen: page.model.chooseOffice(office)
                        onDaysAsked: page.model.askDays(office)
                    }
                }
            }
        }
    }
}
