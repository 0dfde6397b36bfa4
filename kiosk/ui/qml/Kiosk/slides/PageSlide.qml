import QtQuick
import Kiosk

// A page of a document, or a web page as it looked: whole, as large as fits.
SlideBody {
    id: slide

    // Qt draws a page of a document at exactly this size, whatever the page's own shape.
    function fitted(aspect: real): size {
        if (aspect <= 0)
            return Qt.size(slide.width, slide.height);
        return slide.width > slide.height * aspect ? Qt.size(slide.height * aspect, slide.height) : Qt.size(slide.width, slide.width / aspect);
    }

    picture: image

    SlidePicture {
        id: image

        anchors.fill: parent
        fillMode: Image.PreserveAspectFit
        sourceSize: slide.fitted(slide.card.aspect)
        source: slide.card.picture
        currentFrame: slide.card.page
    }
}
