import QtQuick
import Kiosk

// A picture that fills the screen; its caption stands on a ground of its own, whatever the picture.
SlideBody {
    id: slide

    picture: image

    SlidePicture {
        id: image

        anchors.fill: parent
        source: slide.card.picture
    }

    Rectangle {
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        visible: slide.card.title !== ""
        width: Math.min(caption.implicitWidth + 2 * Theme.gap, slide.width - 2 * Theme.margin)
        height: caption.height + 1.4 * Theme.gap
        radius: Theme.radius
        color: Theme.ground(slide.card.tone)

        Words {
            id: caption

            anchors.centerIn: parent
            width: Math.min(implicitWidth, slide.width - 2 * Theme.margin - 2 * Theme.gap)
            text: slide.card.title
            language: slide.card.language
            color: Theme.text(slide.card.tone)
            font.pixelSize: Theme.slideBody * 1.15
            font.weight: Font.DemiBold
        }
    }
}
