pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// Two slides at most: the one that is seen, and the next, which waits unseen until all of it can be drawn.
// Only the upper one fades, over an opaque lower one, so that nothing ever shines through.
Item {
    id: stage

    required property Player player
    property SlideView lower: null
    property SlideView upper: null

    function prepare(): void {
        if (stage.upper)
            stage.settle();
        stage.upper = view.createObject(stage, {
            card: stage.player.card,
            opacity: 0
        }) as SlideView;
        stage.look();
    }

    function look(): void {
        if (!stage.upper || fade.running)
            return;
        if (stage.upper.failed) {
            const failed = stage.upper;
            stage.upper = null;
            stage.dismiss(failed);
            stage.player.failed();
        } else if (stage.upper.ready) {
            stage.lower ? fade.start() : stage.settle();
        }
    }

    function settle(): void {
        fade.stop();
        const old = stage.lower;
        const shown = stage.upper;
        stage.upper = null;
        stage.lower = shown;
        shown.opacity = 1;
        if (old)
            stage.dismiss(old);
        stage.player.shown();
    }

    // The view goes before the card it shows.
    function dismiss(view: SlideView): void {
        const card = view.card;
        view.destroy();
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

    Component {
        id: view

        SlideView {
            anchors.fill: stage
            layer.enabled: fade.running
            onReadyChanged: stage.look()
            onFailedChanged: stage.look()
        }
    }

    NumberAnimation {
        id: fade

        target: stage.upper
        property: "opacity"
        from: 0
        to: 1
        duration: Theme.fadeMs
        easing.type: Easing.InOutQuad
        onFinished: stage.settle()
    }
}
