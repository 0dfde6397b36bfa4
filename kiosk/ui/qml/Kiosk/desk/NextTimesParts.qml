pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// When a visitor can come for a topic, one touch away from a ticket: at the nearest office, then at the others. With
// large text, the poster says where and until when, and the other offices are behind a button.
Parts {
    id: area

    required property NextTimesModel times
    required property ReadAloud readAloud
    required property string language
    required property bool large

    // Whether the header says which office the screen stands in.
    property bool located: false

    // Whether the other offices are shown instead, if they are behind a button.
    property bool asked: false
    readonly property bool away: area.asked && area.large && offices.count > 0

    signal timeChosen(button: Pressable, time: string)

    function show(others: bool): void {
        area.asked = others;
        area.go(0);
        area.readAloud.readAgain();
    }

    function book(button: Pressable, key: string, time: string): void {
        area.timeChosen(button, time);
        area.times.chooseSlot(key);
    }

    Loader {
        width: area.columnWidth
        active: !area.large && area.times.dropIn !== ""
        visible: active
        sourceComponent: HighlightBand {
            text: area.times.dropIn
            language: area.language
        }
    }

    Repeater {
        model: area.times.first

        FirstTime {
            id: first

            width: area.columnWidth
            visible: !area.away
            language: area.language
            onClicked: area.book(first, first.key, first.time)
        }
    }

    Loader {
        width: area.columnWidth
        active: area.times.office !== "" && !area.large && !(area.located && area.times.here)
        visible: active
        sourceComponent: OfficeLine {
            office: area.times.office
            condition: area.times.condition
            language: area.language
        }
    }

    Words {
        width: area.columnWidth
        visible: text !== "" && !area.away
        text: area.times.warning
        language: area.language
        font.weight: Font.DemiBold
    }

    Repeater {
        model: area.times.contact

        FactLine {
            width: area.columnWidth
            visible: !area.away
            language: area.language
        }
    }

    LaterTimes {
        width: area.columnWidth
        visible: area.times.officeId !== "" && !area.away
        times: area.times
        language: area.language
        onTimeChosen: button => area.book(button, button.key, button.time)
    }

    Loader {
        width: area.columnWidth
        active: area.large && offices.count > 0
        visible: active
        sourceComponent: TouchButton {
            objectName: "elsewhere"
            text: area.away ? qsTr("Next available time") : qsTr("Other offices")
            sign: area.away ? "clock" : "location"
            textSize: Theme.body
            language: area.language
            onClicked: area.show(!area.away)
        }
    }

    Repeater {
        id: offices

        model: area.times.elsewhere

        OtherOffice {
            width: area.columnWidth
            visible: area.away || !area.large
            times: area.times
            language: area.language
        }
    }
}
