pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// At most two slides: the visible one, and the next, which stays hidden until all of it can be drawn. Only the
// upper one moves, over an opaque lower one, so that nothing shows through. The two views take turns and are never
// destroyed: Qt leaks some hundred bytes for each context in which objects were created.
Item {
    id: stage

    required property Player player
    required property bool moves
    property SlideView lower: null
    property SlideView upper: null
    readonly property real pixels: stage.width * stage.height * Screen.devicePixelRatio * Screen.devicePixelRatio

    // If a slide is still loading when the next one comes, drop it: it would be visible half drawn.
    function prepare(): void {
        if (fade.running || glide.running)
            stage.settle();
        else if (stage.upper)
            stage.dismiss(stage.upper);
        const next = (views.itemAt(0) === stage.lower ? views.itemAt(1) : views.itemAt(0)) as SlideView;
        next.opacity = 0;
        next.show(stage.player.card);
        stage.upper = next;
        patience.restart();
        stage.advance();
    }

    function advance(): void {
        const settling = fade.running || glide.running;
        if (stage.upper && stage.upper.failed && !settling) {
            stage.giveUp();
        } else if (stage.upper && stage.upper.ready && !settling) {
            patience.stop();
            if (stage.lower)
                stage.lower.seen = false;
            stage.lower && stage.moves ? stage.startTransition() : stage.settle();
        } else if (stage.lower && stage.lower.failed) {
            stage.player.failed(stage.lower.card);
        }
    }

    function startTransition(): void {
        if (stage.upper.card.transition === "fade") {
            fade.start();
        } else if (stage.upper.card.transition === "slide") {
            stage.upper.x = glide.from;
            stage.upper.opacity = 1;
            glide.start();
        } else {
            stage.settle();
        }
    }

    function giveUp(): void {
        const failed = stage.upper;
        patience.stop();
        stage.upper = null;
        stage.player.failed(failed.card);
        stage.dismiss(failed);
    }

    function settle(): void {
        fade.stop();
        glide.stop();
        const old = stage.lower;
        const shown = stage.upper;
        stage.upper = null;
        stage.lower = shown;
        shown.opacity = 1;
        shown.x = 0;
        shown.seen = true;
        if (old)
            stage.dismiss(old);
        stage.player.shown(shown.card);
    }

    // Destroy the items that draw a card before the card itself.
    function dismiss(view: SlideView): void {
        const card = view.card;
        if (view === stage.upper)
            stage.upper = null;
        view.clear();
        stage.player.retire(card);
    }

    clip: true
    Component.onCompleted: {
        if (stage.player.card)
            stage.prepare();
    }

    Connections {
        function onCardChanged(): void {
            stage.prepare();
        }

        target: stage.player
    }

    // A slide that is not ready by then never will be.
    Timer {
        id: patience

        interval: 15000
        onTriggered: stage.giveUp()
    }

    Repeater {
        id: views

        model: 2

        SlideView {
            id: slide

            z: stage.lower === slide ? 0 : 1
            width: stage.width
            height: stage.height
            playing: stage.moves && !stage.player.still
            moves: stage.moves
            layer.enabled: fade.running && stage.upper === slide && !slide.isOnePicture
            onReadyChanged: Qt.callLater(stage.advance)
            onFailedChanged: Qt.callLater(stage.advance)
            onEnded: stage.player.ended(slide.card)
        }
    }

    Fade {
        id: fade

        view: stage.upper
        coarse: stage.GraphicsInfo.api === GraphicsInfo.Software && stage.pixels > 4000000
        onFinished: stage.settle()
    }

    NumberAnimation {
        id: glide

        target: stage.upper
        property: "x"
        from: stage.upper && stage.upper.card.rtl ? -stage.width : stage.width
        to: 0
        duration: Theme.fadeMs
        easing.type: Easing.OutCubic
        onFinished: stage.settle()
    }
}
