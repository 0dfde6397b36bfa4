pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Window
import Kiosk.Model
import Studio

// The window of the Studio: one page at a time, and at its foot what has just happened.
Window {
    id: main

    required property StudioModel studio
    readonly property var words: main.studio.words
    property string page: "home"
    property string before: "home"

    function showSlide(): void {
        main.before = main.page;
        main.page = "slide";
    }

    function showPart(file: string): void {
        const [folder, part] = file.split("/");
        const name = part?.replace(".yaml", "") ?? "";
        const pages = {
            playlists: [main.studio.playlist, "playlists"],
            offices: [main.studio.office, "offices"],
            topics: [main.studio.topic, "topics"],
            screens: [main.studio.week, "week"]
        };
        if (!file.endsWith(".yaml")) {
            return;
        } else if (folder === "slides") {
            main.studio.slide.open(name);
            main.showSlide();
        } else if (folder === "notices") {
            main.page = "notice";
        } else if (pages[folder]) {
            pages[folder][0].open(name);
            main.page = pages[folder][1];
        }
    }

    width: 1280
    height: 840
    minimumWidth: 720
    minimumHeight: 480
    color: Style.paper
    title: "Infodisk Studio — " + main.studio.name

    Binding {
        target: Style
        property: "theme"
        value: main.studio.home.appearance.theme
    }

    Shortcut {
        sequences: [StandardKey.Undo]
        onActivated: main.studio.undo()
    }

    Shortcut {
        sequences: [StandardKey.Redo]
        onActivated: main.studio.redo()
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Loader {
            Layout.fillWidth: true
            Layout.fillHeight: true
            focus: true
            enabled: !main.studio.busy
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
                })[main.page] ?? home
            onLoaded: (item as Item).forceActiveFocus(Qt.TabFocusReason)
        }

        WindowFoot {
            Layout.fillWidth: true
            studio: main.studio
            canPublish: main.page !== "release"
            onPublish: {
                main.studio.slide.leave();
                main.page = "release";
            }
        }
    }

    Component {
        id: home

        HomePage {
            objectName: "home"
            studio: main.studio
            onNewSlide: {
                main.studio.slide.begin();
                main.showSlide();
            }
            onSlides: main.page = "slides"
            onClosed: main.page = "closed"
            onUrgent: main.page = "notice"
            onProposal: main.page = "proposal"
            onOpened: name => main.page = name
            onPart: file => main.showPart(file)
            onUndoPublish: ask.open()
        }
    }

    Component {
        id: notice

        NoticePage {
            objectName: "notice"
            studio: main.studio
            onBack: main.page = "home"
        }
    }

    Component {
        id: closed

        ClosedPage {
            objectName: "closedPage"
            studio: main.studio
            onBack: main.page = "home"
        }
    }

    Component {
        id: release

        ReleasePage {
            objectName: "releasePage"
            studio: main.studio
            onBack: main.page = "home"
        }
    }

    Component {
        id: conflicts

        ConflictsPage {
            objectName: "conflictsPage"
            studio: main.studio
            onBack: main.page = "home"
        }
    }

    Component {
        id: proposal

        ProposalPage {
            objectName: "proposalPage"
            studio: main.studio
            onBack: main.page = "home"
        }
    }

    Component {
        id: offices

        OfficePage {
            objectName: "officePage"
            studio: main.studio
            onBack: main.page = "home"
        }
    }

    Component {
        id: playlists

        PlaylistPage {
            objectName: "playlistPage"
            studio: main.studio
            onBack: main.page = "home"
        }
    }

    Component {
        id: week

        WeekPage {
            objectName: "weekPage"
            studio: main.studio
            onBack: main.page = "home"
        }
    }

    Component {
        id: languages

        LanguagePage {
            objectName: "languagePage"
            studio: main.studio
            onBack: main.page = "home"
        }
    }

    Component {
        id: visits

        VisitsPage {
            objectName: "visitsPage"
            studio: main.studio
            onBack: main.page = "home"
        }
    }

    Component {
        id: topics

        TopicPage {
            objectName: "topicPage"
            studio: main.studio
            onBack: main.page = "home"
        }
    }

    Connections {
        function onShown(): void {
            main.page = "conflicts";
        }

        target: main.studio.conflicts
    }

    Component {
        id: slides

        SlidesPage {
            objectName: "slidesPage"
            studio: main.studio
            onBack: main.page = "home"
            onDone: {
                main.studio.slide.begin();
                main.showSlide();
            }
            onOpened: slide => {
                main.studio.slide.open(slide);
                main.showSlide();
            }
        }
    }

    Component {
        id: slide

        SlidePage {
            objectName: "slidePage"
            studio: main.studio
            onBack: {
                main.studio.slide.leave();
                main.page = main.before;
            }
        }
    }

    AskDialog {
        id: ask

        objectName: "ask"
        question: main.words.undoPublishAsk
        yes: main.words.yes
        no: main.words.cancel
        onAgreed: main.studio.publishing.undoPublish()
    }
}
