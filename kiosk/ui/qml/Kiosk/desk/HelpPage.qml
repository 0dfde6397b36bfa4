pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The answer first: when one can come, with one touch to a ticket; then what to bring, what it costs and what help there is.
PageFrame {
    id: page

    required property HelpPageModel model
    required property NextTimesModel times

    title: page.model.title
    note: page.model.summary
    icon: page.model.icon
    brief: helps.count > 0 && Theme.textScale > (Theme.portrait ? 1.5 : 1.2)
    tag: page.model.tag
    titleLanguage: page.model.titleLanguage
    noteLanguage: page.model.summaryLanguage

    Parts {
        id: area

        anchors.fill: parent
        memory: page.parts
        name: "help"
        columns: Theme.portrait ? 1 : 2
        spacing: Theme.gap * (Theme.textScale > 1 ? 0.6 : 0.8)

        HighlightBand {
            width: area.columnWidth
            text: page.times.dropIn
            language: page.controls.language
        }

        Repeater {
            model: page.times.first

            FirstTime {
                width: area.columnWidth
                language: page.controls.language
                onClicked: page.times.chooseSlot(key)
            }
        }

        OfficeLine {
            width: area.columnWidth
            visible: office !== "" && !(page.header.roomy && page.times.here)
            office: page.times.office
            condition: page.times.condition
            language: page.controls.language
        }

        Words {
            width: area.columnWidth
            visible: page.times.warning !== ""
            text: page.times.warning
            language: page.controls.language
            font.weight: Font.DemiBold
        }

        Repeater {
            model: page.times.contact

            FactLine {
                width: area.columnWidth
                language: page.controls.language
            }
        }

        Row {
            id: more

            readonly property int across: Math.max(2, Math.min(4, Math.floor((area.columnWidth + more.spacing) / (6.6 * Theme.body))))
            readonly property int cells: Math.min(others.count, more.across - 1) + 1
            readonly property real cell: (area.columnWidth - (more.cells - 1) * more.spacing) / more.cells
            readonly property real tallest: {
                let most = none.implicitHeight;
                for (let n = 0; n < Math.min(others.count, more.across - 1); n++)
                    most = Math.max(most, others.itemAt(n) ? (others.itemAt(n) as Item).implicitHeight : 0);
                return most;
            }

            visible: page.times.officeId !== ""
            spacing: Theme.gap * 0.5

            Repeater {
                id: others

                model: page.times.later

                SlotButton {
                    required property int index

                    visible: index < more.across - 1
                    width: more.cell
                    height: more.tallest
                    language: page.controls.language
                    onClicked: page.times.chooseSlot(key)
                }
            }

            SlotButton {
                id: none

                objectName: "office-" + page.times.officeId
                width: more.cell
                height: more.tallest
                day: page.times.more ? qsTr("More times") : qsTr("Ask for a time")
                time: ""
                key: ""
                language: page.controls.language
                onClicked: page.times.more ? page.times.askDays(page.times.officeId) : page.times.chooseOffice(page.times.officeId)
            }
        }

        Repeater {
            model: page.times.elsewhere

            ChoiceButton {
                required property string office
                required property string name
                required property string when
                required property bool bookable

                objectName: "office-" + office
                width: area.columnWidth
                height: implicitHeight
                text: name
                note: when
                textSize: Theme.body
                sign: Theme.textScale > 1 ? "" : "location"
                language: page.controls.language
                onClicked: bookable ? page.times.askDays(office) : page.times.chooseOffice(office)
            }
        }

        ColumnBreak {
            parts: area
        }

        Repeater {
            model: page.model.brings

            ListLine {
                width: area.columnWidth
                heading: qsTr("Bring with you")
                headingLanguage: page.controls.language
                icon: "document"
            }
        }

        FactLine {
            width: area.columnWidth
            visible: value !== ""
            label: qsTr("Cost")
            value: page.model.cost
            detail: page.model.costTag
            icon: "free"
            language: page.model.costLanguage
        }

        FactLine {
            width: area.columnWidth
            visible: value !== ""
            label: qsTr("Time")
            value: page.model.duration
            detail: ""
            icon: "clock"
            language: page.controls.language
        }

        Repeater {
            id: helps

            model: page.model.helps

            ListLine {
                width: area.columnWidth
                heading: qsTr("We help you to")
                headingLanguage: page.controls.language
            }
        }
    }
}
