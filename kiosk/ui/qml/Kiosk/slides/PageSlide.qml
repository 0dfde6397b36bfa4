import QtQuick
import Kiosk

// A page of a document, or a web page as it looked: whole, as large as fits.
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
