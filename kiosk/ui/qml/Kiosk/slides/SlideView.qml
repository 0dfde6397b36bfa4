import QtQuick
import Kiosk
import Kiosk.Model

// One slide of any kind after the other. `ready` once everything in it can be drawn, `failed` if something never
// will be. The QML of a kind is loaded when its first slide comes, and kept. No Loader: of each object that one is
// given to make, with properties to begin with, JavaScript keeps some hundred bytes.
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

    // Such a slide fades without a layer, which costs as much as five frames of a fade if there is no GPU. Its ground
    // must not show through the picture then.
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

        // Out of the scene while there is no video, so that it keeps no pictures.
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
