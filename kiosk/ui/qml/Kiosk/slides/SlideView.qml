import QtQuick
import Kiosk
import Kiosk.Model

// Shows slides of any kind, one after the other. It is `ready` once everything can be drawn, and `failed` if something
// cannot. The QML of a kind is loaded for its first slide, and kept. It does not use a Loader: the JavaScript engine
// leaks some hundred bytes for each object that a Loader creates with initial properties.
Rectangle {
    id: view

    property SlideCard card: null
    required property bool playing
    required property bool moves
    property bool seen: false
    property SlideBody body: null
    readonly property bool filmed: view.card !== null && view.card.kind === "video"
    readonly property bool ready: view.card !== null && view.body !== null && view.body.ready && (film.ready || !view.filmed)
    readonly property bool failed: view.card !== null && (view.body === null || view.body.failed || film.failed)

    // Such a slide fades without a layer: without a GPU, a layer costs as much as five frames of the fade. Its
    // background must not show through the picture meanwhile.
    readonly property bool isOnePicture: view.body !== null && view.body.isOnePicture
    readonly property var kinds: ({})

    signal ended

    function show(card: SlideCard): void {
        const source = view.source(card.kind);
        view.kinds[source] = view.kinds[source] || Qt.createComponent(source);
        view.body = view.kinds[source].createObject(view, {
            card: card
        });
        view.card = card;
        if (view.filmed)
            film.open(card.video, card.sound, !view.moves);
    }

    function clear(): void {
        const body = view.body;
        film.close();
        view.body = null;
        view.card = null;
        view.seen = false;
        if (body)
            body.destroy();
    }

    function source(kind: string): string {
        switch (kind) {
        case "welcome":
            return "WelcomeSlide.qml";
        case "picture":
            return "PictureSlide.qml";
        case "poster":
            return "PosterSlide.qml";
        case "event":
            return "EventSlide.qml";
        case "video":
            return "VideoSlide.qml";
        case "pdf":
        case "web":
            return "PageSlide.qml";
        case "text":
            return "TextSlide.qml";
        case "hours":
            return Theme.touchable ? "TableSlide.qml" : "BoardSlide.qml";
        case "now":
            return "NowSlide.qml";
        case "times":
        case "departures":
            return "BoardSlide.qml";
        case "alert":
        case "warning":
            return "AlertSlide.qml";
        case "events":
        case "news":
            return "EventsSlide.qml";
        case "clock":
        case "countdown":
        case "queue":
        case "weather":
            return "FigureSlide.qml";
        case "qr":
            return "QrSlide.qml";
        default:
            return "MessageSlide.qml";
        }
    }

    visible: view.card !== null
    color: view.card && !view.isOnePicture ? Theme.ground(view.card.tone) : "transparent"
    LayoutMirroring.enabled: view.card !== null && view.card.rtl
    LayoutMirroring.childrenInherit: true

    Item {
        id: screen

        anchors.fill: parent

        // Removed from the scene while there is no video, so that it keeps no frames in memory.
        Film {
            id: film

            parent: view.filmed ? screen : null
            width: view.width
            height: view.height
            playing: view.seen && view.playing
            onEnded: view.ended()
            Component.onDestruction: film.close()
        }
    }
}
