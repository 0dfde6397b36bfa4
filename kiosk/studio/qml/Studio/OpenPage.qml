pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Model
import Studio

// The open page, created again each time, with the keyboard focus. Its lists create no rows in advance (`cacheBuffer`):
// Qt would still be creating rows while it deletes the page, and report an error.
Loader {
    id: loader

    required property StudioModel studio
    required property Navigation navigation

    signal undoPublish

    sourceComponent: ({
            notice: notice,
            closed: closed,
            slides: slides,
            slide: slide,
            release: release,
            conflicts: conflicts,
            proposal: proposal,
            offices: offices,
            topics: topics,
            playlists: playlists,
            week: week,
            languages: languages,
            visits: visits
        })[loader.navigation.page] ?? home
    onLoaded: (item as Item).forceActiveFocus(Qt.TabFocusReason)

    Connections {
        function onBack(): void {
            loader.navigation.back();
        }

        target: loader.item as PageFrame
    }

    Component {
        id: home

        HomePage {
            objectName: "home"
            studio: loader.studio
            onNewSlide: loader.navigation.beginSlide()
            onSlides: loader.navigation.page = "slides"
            onClosed: loader.navigation.page = "closed"
            onUrgent: loader.navigation.page = "notice"
            onProposal: loader.navigation.page = "proposal"
            onOpened: name => loader.navigation.page = name
            onPart: file => loader.navigation.showPart(file)
            onUndoPublish: loader.undoPublish()
        }
    }

    Component {
        id: slides

        SlidesPage {
            objectName: "slidesPage"
            studio: loader.studio
            onDone: loader.navigation.beginSlide()
            onOpened: slide => loader.navigation.openSlide(slide)
        }
    }

    Component {
        id: slide

        SlidePage {
            objectName: "slidePage"
            studio: loader.studio
        }
    }

    Component {
        id: notice

        NoticePage {
            objectName: "notice"
            studio: loader.studio
        }
    }

    Component {
        id: closed

        ClosedPage {
            objectName: "closedPage"
            studio: loader.studio
        }
    }

    Component {
        id: release

        ReleasePage {
            objectName: "releasePage"
            studio: loader.studio
        }
    }

    Component {
        id: conflicts

        ConflictsPage {
            objectName: "conflictsPage"
            studio: loader.studio
        }
    }

    Component {
        id: proposal

        ProposalPage {
            objectName: "proposalPage"
            studio: loader.studio
        }
    }

    Component {
        id: offices

        OfficePage {
            objectName: "officePage"
            studio: loader.studio
        }
    }

    Component {
        id: topics

        TopicPage {
            objectName: "topicPage"
            studio: loader.studio
        }
    }

    Component {
        id: playlists

        PlaylistPage {
            objectName: "playlistPage"
            studio: loader.studio
        }
    }

    Component {
        id: week

        WeekPage {
            objectName: "weekPage"
            studio: loader.studio
        }
    }

    Component {
        id: languages

        LanguagePage {
            objectName: "languagePage"
            studio: loader.studio
        }
    }

    Component {
        id: visits

        VisitsPage {
            objectName: "visitsPage"
            studio: loader.studio
        }
    }
}
