pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The open page, created again each time, so that nothing is left of the last visitor. Going forward, a page moves in
// along the reading direction, and going back, the other way; without animations it appears at once.
Loader {
    id: loader

    required property DeskPages desk
    required property Printing printing
    required property ReadAloud readAloud
    readonly property var pages: ({
            "language": language,
            "topic": topic,
            "search": search,
            "help": help,
            "days": days,
            "day": day,
            "ticket": ticket,
            "person": person,
            "farewell": farewell
        })

    // The order of the pages in a visit.
    readonly property var depth: ({
            "language": 1,
            "topic": 2,
            "search": 3,
            "help": 4,
            "days": 5,
            "day": 6,
            "ticket": 7,
            "person": 8,
            "farewell": 9
        })
    property string before: ""
    readonly property alias shift: place.x

    function turn(): void {
        const page = loader.desk.controls.page;
        const forward = loader.depth[page] > loader.depth[loader.before];
        const moved = loader.before !== "" && loader.before !== page;
        loader.before = page;
        motion.stop();
        place.x = 0;
        if (!moved || !Theme.moves || Theme.turnMs <= 0) {
            chosen.forget();
            return;
        }
        chosen.travel(loader.item as PageFrame);
        motion.from = forward !== loader.desk.controls.rtl ? Theme.turnFrom : -Theme.turnFrom;
        motion.start();
    }

    transform: Translate {
        id: place
    }
    onLoaded: loader.turn()
    onSourceComponentChanged: {
        if (!loader.sourceComponent)
            loader.before = "";
    }

    NumberAnimation {
        id: motion

        target: place
        property: "x"
        to: 0
        duration: Theme.turnMs
        easing.type: Easing.OutCubic
    }

    Connections {
        target: loader.item as PageFrame

        function onTimeChosen(button: Pressable, time: string): void {
            chosen.remember(button, time);
        }
    }

    ChosenTime {
        id: chosen

        parent: loader.parent
        z: 1
    }

    objectName: "page-" + loader.desk.controls.page
    sourceComponent: loader.pages[loader.desk.controls.page] ?? null

    Component {
        id: language

        LanguagePage {
            model: loader.desk.languagePage
            readAloud: loader.readAloud
            controls: loader.desk.controls
            parts: loader.desk.parts
            office: loader.desk.office
        }
    }

    Component {
        id: topic

        TopicPage {
            model: loader.desk.topicPage
            controls: loader.desk.controls
            parts: loader.desk.parts
            office: loader.desk.office
        }
    }

    Component {
        id: search

        SearchPage {
            model: loader.desk.searchPage
            controls: loader.desk.controls
            parts: loader.desk.parts
            office: loader.desk.office
        }
    }

    Component {
        id: help

        HelpPage {
            model: loader.desk.helpPage
            times: loader.desk.nextTimes
            readAloud: loader.readAloud
            controls: loader.desk.controls
            parts: loader.desk.parts
            office: loader.desk.office
        }
    }

    Component {
        id: days

        DaysPage {
            model: loader.desk.daysPage
            controls: loader.desk.controls
            parts: loader.desk.parts
            office: loader.desk.office
            days: true
        }
    }

    Component {
        id: day

        DaysPage {
            model: loader.desk.dayPage
            controls: loader.desk.controls
            parts: loader.desk.parts
            office: loader.desk.office
            days: false
        }
    }

    Component {
        id: ticket

        TicketPage {
            model: loader.desk.ticketPage
            controls: loader.desk.controls
            parts: loader.desk.parts
            office: loader.desk.office
            printing: loader.printing
            readAloud: loader.readAloud
        }
    }

    Component {
        id: person

        PersonPage {
            model: loader.desk.personPage
            controls: loader.desk.controls
            parts: loader.desk.parts
            office: loader.desk.office
        }
    }

    Component {
        id: farewell

        FarewellPage {
            model: loader.desk.farewellPage
            controls: loader.desk.controls
            parts: loader.desk.parts
            office: loader.desk.office
        }
    }
}
