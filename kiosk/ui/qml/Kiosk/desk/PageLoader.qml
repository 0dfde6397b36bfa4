pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The page that is open, made anew each time: nothing of one visitor's is left in it.
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
