import QtQuick
import Kiosk

// A picture that fills the screen, with its caption.
SlideBody {
    id: slide

    picture: image

    SlidePicture {
        id: image

        anchors.fill: parent
        whole: slide.card.fit === "contain"
        source: slide.card.picture
    }

    SlideCaption {
        card: slide.card
    }
}
