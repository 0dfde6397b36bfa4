import QtQuick
import Kiosk

// A page of a document, or a web page as it looked: whole, as large as fits.
SlideBody {
    id: slide

    picture: image

    SlidePicture {
        id: image

        anchors.fill: parent
        fillMode: Image.PreserveAspectFit
        source: slide.card.picture
        currentFrame: slide.card.page
    }
}
