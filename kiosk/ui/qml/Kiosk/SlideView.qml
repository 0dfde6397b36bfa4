import QtQuick
import Kiosk
import Kiosk.Model

// One slide of any kind. `ready` once everything in it can be drawn, `failed` if something never will be.
// The QML of a kind is loaded when its first slide comes.
Rectangle {
    id: view

    required property SlideCard card
    required property bool playing
    property bool seen: false
    readonly property SlideBody body: loader.item as SlideBody
    readonly property bool ready: view.body !== null && view.body.ready
    readonly property bool failed: loader.status === Loader.Error || (view.body !== null && view.body.failed)

    signal ended

    function source(kind: string): string {
        switch (kind) {
        case "welcome":
            return "slides/WelcomeSlide.qml";
        case "picture":
            return "slides/PictureSlide.qml";
        case "video":
            return "slides/VideoSlide.qml";
        case "pdf":
            return "slides/PageSlide.qml";
        case "text":
            return "slides/TextSlide.qml";
        case "hours":
        case "times":
            return "slides/TableSlide.qml";
        case "qr":
            return "slides/QrSlide.qml";
        default:
            return "slides/MessageSlide.qml";
        }
    }

    color: Theme.ground(view.card.tone)
    LayoutMirroring.enabled: view.card.rtl
    LayoutMirroring.childrenInherit: true
    Component.onCompleted: loader.setSource(view.source(view.card.kind), {
        card: view.card,
        seen: Qt.binding(() => view.seen),
        playing: Qt.binding(() => view.playing)
    })

    Loader {
        id: loader

        anchors.fill: parent
    }

    Connections {
        function onEnded(): void {
            view.ended();
        }

        target: view.body
    }
}
