import QtQuick
import Kiosk

// A picture that fills the screen with its caption on top; an uncropped picture is above its caption.
SlideBody {
    id: slide

    picture: image
    isOnePicture: image.coversAll && slide.card.title === ""

    SlidePicture {
        id: image

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: image.whole && caption.visible ? caption.top : parent.bottom
        whole: slide.card.fit === "contain"
        file: slide.card.picture
        opaque: slide.card.pictureOpaque
    }

    SlideCaption {
        id: caption

        card: slide.card
    }
}
