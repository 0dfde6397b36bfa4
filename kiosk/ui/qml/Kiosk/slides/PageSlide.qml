import QtQuick
import Kiosk

// A document page, or a picture of a web page: complete, and as large as fits.
SlideBody {
    id: slide

    picture: image
    isOnePicture: image.coversAll

    SlidePicture {
        id: image

        anchors.fill: parent
        whole: true
        file: slide.card.picture
        opaque: slide.card.pictureOpaque
    }
}
