pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The desk: one question a page, and a bar at the bottom that is the same on all of them.
Rectangle {
    id: view

    required property Desk desk
    required property Printing printing

    color: Theme.paper
    LayoutMirroring.enabled: view.desk.rtl
    LayoutMirroring.childrenInherit: true

    // What is touched here goes no further; any touch says that someone is there.
    MouseArea {
        anchors.fill: parent
        onPressed: view.desk.touch()
    }

    Loader {
        id: page

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: bar.top
        anchors.margins: Theme.margin
        anchors.bottomMargin: Theme.gap
        objectName: "page-" + view.desk.page
        sourceComponent: {
            switch (view.desk.page) {
            case "language":
                return language;
            case "topic":
                return topic;
            case "help":
                return help;
            case "times":
                return times;
            case "ticket":
                return ticket;
            default:
                return null;
            }
        }
    }

    ControlBar {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.barHeight
        desk: view.desk
    }

    IdleWarning {
        anchors.fill: parent
        visible: view.desk.warned
        desk: view.desk
    }

    Component {
        id: language

        LanguagePage {
            desk: view.desk
        }
    }

    Component {
        id: topic

        TopicPage {
            desk: view.desk
        }
    }

    Component {
        id: help

        HelpPage {
            desk: view.desk
        }
    }

    Component {
        id: times

        TimesPage {
            desk: view.desk
        }
    }

    Component {
        id: ticket

        TicketPage {
            desk: view.desk
            printing: view.printing
        }
    }
}
