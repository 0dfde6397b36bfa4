pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The page that is open, made anew each time: nothing of one visitor's is left in it.
Loader {
    id: loader

    required property Desk desk
    required property Printing printing
    readonly property var pages: ({
            "language": language,
            "topic": topic,
            "search": search,
            "help": help,
            "times": times,
            "days": days,
            "day": day,
            "ticket": ticket,
            "person": person,
            "farewell": farewell
        })

    objectName: "page-" + loader.desk.page
    sourceComponent: loader.pages[loader.desk.page] ?? null

    Component {
        id: language

        LanguagePage {
            desk: loader.desk
        }
    }

    Component {
        id: topic

        TopicPage {
            desk: loader.desk
        }
    }

    Component {
        id: search

        SearchPage {
            desk: loader.desk
        }
    }

    Component {
        id: help

        HelpPage {
            desk: loader.desk
        }
    }

    Component {
        id: times

        TimesPage {
            desk: loader.desk
        }
    }

    Component {
        id: days

        DaysPage {
            desk: loader.desk
        }
    }

    Component {
        id: day

        DaysPage {
            desk: loader.desk
        }
    }

    Component {
        id: ticket

        TicketPage {
            desk: loader.desk
            printing: loader.printing
        }
    }

    Component {
        id: person

        PersonPage {
            desk: loader.desk
        }
    }

    Component {
        id: farewell

        FarewellPage {
            desk: loader.desk
        }
    }
}
