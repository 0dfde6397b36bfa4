import QtQuick
import Kiosk
import Kiosk.Model

// A video as large as fits, once; where nothing may move, its first frame.
SlideBody {
    id: slide

    ready: film.ready
    failed: film.failed

    Film {
        id: film

        anchors.fill: parent
        source: slide.card.video
        sound: slide.card.sound
        playing: slide.seen && slide.playing
        onEnded: slide.ended()
        Component.onDestruction: film.close()
    }

    SlideCaption {
        card: slide.card
    }
}
