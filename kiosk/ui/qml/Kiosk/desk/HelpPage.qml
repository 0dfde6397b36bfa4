pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The answer first: when one can come, with one touch to a ticket; then what to bring, what it costs and what help there is.
// With large text the poster says where and until when, the rest has parts of its own, which take the room of the header
// too since nothing there is touched, and the other offices are behind a button.
PageFrame {
    id: page

    required property HelpPageModel model
    required property NextTimesModel times
    required property ReadAloud readAloud

    readonly property bool large: Theme.textScale > 1.2
    readonly property bool apart: page.large && factLines.count > 0 && !page.away

    // Whether the other offices are shown instead, where they are behind a button.
    property bool asked: false
    readonly property bool away: page.asked && page.large && offices.count > 0
    readonly property bool posted: page.large && !page.away

    function show(others: bool): void {
        page.asked = others;
        area.go(0);
        page.readAloud.readAgain();
    }

    function book(button: Pressable, key: string, time: string): void {
        page.timeChosen(button, time);
        page.times.chooseSlot(key);
    }

    title: page.model.title
    note: page.model.summary
    icon: page.model.icon
    brief: page.model.sumsUp && Theme.textScale > (Theme.portrait ? 1.5 : 1.2)
    tag: page.model.tag
    titleLanguage: page.model.titleLanguage
    noteLanguage: page.model.summaryLanguage
    covers: page.apart && facts.active
    updated: page.large ? page.model.updated : ""
    poster: Loader {
        width: parent?.width ?? 0
        height: active ? implicitHeight : 0  // or the header would keep room for it
        active: page.posted
        sourceComponent: Column {
            spacing: Theme.gap * 0.5

            HighlightBand {
                width: parent.width
                text: page.times.dropIn
                textSize: Theme.body
                language: page.controls.language
            }

            OfficeLine {
                width: parent.width
                office: page.times.here ? "" : page.times.office
                condition: (page.times.dropIn !== "" ? !Theme.portrait : page.times.here && Theme.lower) ? "" : page.times.condition
                ink: Theme.nightInk
                language: page.controls.language
            }
        }
    }

    Parts {
        id: area

        width: parent.width
        height: parent.height
        memory: page.parts
        name: "help"
        after: page.apart ? facts : null
        columns: Theme.portrait ? 1 : 2
        spacing: Theme.gap * (Theme.textScale > 1 ? 0.6 : 0.8)

        Loader {
            width: area.columnWidth
            active: !page.large && page.times.dropIn !== ""
            visible: active
            sourceComponent: HighlightBand {
                text: page.times.dropIn
                language: page.controls.language
            }
        }

        Repeater {
            model: page.times.first

            FirstTime {
                id: first

                width: area.columnWidth
                visible: !page.away
                language: page.controls.language
                onClicked: page.book(first, first.key, first.time)
            }
        }

        Loader {
            width: area.columnWidth
            active: page.times.office !== "" && !page.large && !(page.header.roomy && page.times.here)
            visible: active
            sourceComponent: OfficeLine {
                office: page.times.office
                condition: page.times.condition
                language: page.controls.language
            }
        }

        Words {
            width: area.columnWidth
            visible: text !== "" && !page.away
            text: page.times.warning
            language: page.controls.language
            font.weight: Font.DemiBold
        }

        Repeater {
            model: page.times.contact

            FactLine {
                width: area.columnWidth
                visible: !page.away
                language: page.controls.language
            }
        }

        LaterTimes {
            width: area.columnWidth
            visible: page.times.officeId !== "" && !page.away
            times: page.times
            language: page.controls.language
            onTimeChosen: button => page.book(button, button.key, button.time)
        }

        Loader {
            width: area.columnWidth
            active: page.large && offices.count > 0
            visible: active
            sourceComponent: TouchButton {
                objectName: "elsewhere"
                text: page.away ? qsTr("Next available time") : qsTr("Other offices")
                sign: page.away ? "clock" : "location"
                textSize: Theme.body
                language: page.controls.language
                onClicked: page.show(!page.away)
            }
        }

        Repeater {
            id: offices

            model: page.times.elsewhere

            ChoiceButton {
                required property string office
                required property string name
                required property string when
                required property bool bookable

                objectName: "office-" + office
                width: area.columnWidth
                height: implicitHeight
                visible: page.away || !page.large
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
            model: page.large ? null : page.model.facts
            delegate: fact
        }
    }

    // What the facts are about, where they lie over the header.
    Words {
        id: about

        y: -page.header.height - Theme.gap * (Theme.portrait ? 1 : 1.2)
        width: parent.width
        visible: page.covers
        text: page.title
        language: page.titleLanguage
        color: Theme.quiet
        font.pixelSize: Theme.plain
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 0.7 * Theme.plain
        wrapMode: Text.NoWrap
        Accessible.role: Accessible.Heading
        Accessible.name: page.title
    }

    Parts {
        id: facts

        anchors.fill: parent
        anchors.topMargin: about.y + about.height
        anchors.bottomMargin: -Theme.gap
        visible: page.apart
        memory: page.parts
        name: "help"
        before: page.apart ? area : null
        columns: Theme.portrait || Theme.textScale > 1.5 ? 1 : 2
        spacing: Theme.gap * 0.4

        Repeater {
            id: factLines

            model: page.large ? page.model.facts : null
            delegate: fact
        }
    }

    Component {
        id: fact

        TopicFactLine {
            width: page.large ? facts.columnWidth : area.columnWidth
            closeness: page.large ? 0 : 0.5 * area.spacing
            readerLanguage: page.controls.language
        }
    }
}
