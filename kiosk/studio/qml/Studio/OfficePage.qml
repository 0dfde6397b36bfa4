pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Model
import Studio

// An office: its week, other hours on a calendar, when no booking is needed, and how a time is booked.
PageFrame {
    id: page

    required property StudioModel studio
    readonly property OfficeModel office: page.studio.office
    readonly property var words: page.studio.words

    title: page.words.offices
    backText: page.words.back
    mainText: ""
    note: page.words.savedItself
    Component.onCompleted: page.office.open("")

    Connections {
        function onChanged(): void {
            offices.currentIndex = offices.indexOfValue(page.office.key);
        }

        target: page.office
    }

    ScrollView {
        id: scroll

        anchors.fill: parent
        contentWidth: availableWidth

        ColumnLayout {
            width: scroll.availableWidth
            spacing: Style.gap

            StudioCombo {
                id: offices

                objectName: "office"
                Layout.fillWidth: true
                Layout.maximumWidth: 480
                label: page.words.office
                model: page.studio.home.offices
                onActivated: page.office.open(offices.currentValue)
            }

            GridLayout {
                Layout.fillWidth: true
                columns: scroll.availableWidth > 900 ? 2 : 1
                columnSpacing: Style.margin
                rowSpacing: Style.gap

                WeekHours {
                    Layout.alignment: Qt.AlignTop
                    office: page.office
                    words: page.words
                }

                OfficeCalendar {
                    Layout.alignment: Qt.AlignTop
                    office: page.office
                    words: page.words
                    today: page.studio.todayText
                }

                DropInPart {
                    Layout.alignment: Qt.AlignTop
                    office: page.office
                    words: page.words
                }

                BookingPart {
                    Layout.alignment: Qt.AlignTop
                    office: page.office
                    words: page.words
                }
            }

            WrongElsewhere {
                part: page.office.form
            }
        }
    }
}
