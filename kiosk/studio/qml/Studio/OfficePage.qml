pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Model
import Studio

// An office: its weekly hours, exceptions on a calendar, drop-in hours, and how a time is booked.
PageFrame {
    id: page

    required property StudioModel studio
    readonly property OfficeModel office: page.studio.office
    readonly property var words: page.studio.words
    readonly property bool forOffice: page.studio.ownOffice !== ""  // its staff change only its hours
    property int reads: 0

    title: page.words.offices
    backText: page.words.back
    mainText: page.forOffice ? "" : page.words.newOffice
    note: page.words.savedItself
    ready: !page.studio.busy
    onDone: begin.open()
    Component.onCompleted: page.office.open("")

    Connections {
        function onChanged(): void {
            offices.currentIndex = offices.indexOfValue(page.office.key);
        }

        target: page.office
    }

    Connections {
        function onChanged(): void {
            page.reads++;
        }

        target: page.office.form
    }

    NewPartDialog {
        id: begin

        objectName: "beginOffice"
        question: page.words.newOffice
        first: page.words.officeName
        second: page.words.officeAddress
        yes: page.words.create
        no: page.words.cancel
        onAgreed: (name, address) => {
            if (page.office.begin(name, address))
                begin.finish();
        }
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

            Text {
                objectName: "rights"
                Layout.fillWidth: true
                visible: page.forOffice
                text: page.words.adminsOffice
                color: Style.ink
                font.pixelSize: Style.text
                wrapMode: Text.Wrap
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }

            WrongElsewhere {
                part: page.office.form
            }

            GridLayout {
                Layout.fillWidth: true
                columns: scroll.availableWidth > 900 ? 2 : 1
                columnSpacing: Style.margin
                rowSpacing: Style.gap

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    spacing: Style.margin

                    WeekHours {
                        office: page.office
                        words: page.words
                    }

                    DropInPart {
                        visible: !page.forOffice
                        dropIn: page.office.dropIn
                        weekdays: page.office.weekdayRows
                        words: page.words
                    }

                    BookablePart {
                        visible: !page.forOffice
                        office: page.office
                        words: page.words
                    }
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    spacing: Style.margin

                    OfficeCalendar {
                        office: page.office
                        words: page.words
                        today: page.studio.todayText
                    }

                    HolidayPart {
                        office: page.office
                        words: page.words
                        reads: page.reads
                    }

                    OfficeWords {
                        visible: !page.forOffice
                        office: page.office
                        words: page.words
                        reads: page.reads
                    }

                    BookingPart {
                        visible: !page.forOffice
                        booking: page.office.booking
                        words: page.words
                    }

                    PartToolsPart {
                        visible: !page.forOffice
                        tools: page.office.tools
                        words: page.words
                    }
                }
            }
        }
    }
}
