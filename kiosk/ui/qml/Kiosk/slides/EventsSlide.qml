import QtQuick
import Kiosk

// Events as a board by day, with a picture of the next event and a code for more beside it; on a portrait screen, the
// picture is above and the code below. A code that would be too small to scan from the reader's distance is left out.
SlideBody {
    id: slide

    readonly property bool illustrated: slide.card.picture.toString() !== ""
    readonly property real codeSide: Math.max(30 * Theme.unit, 0.13 * Theme.distanceMm * Theme.pxPerMm)
    readonly property bool linked: slide.card.qr.toString() !== "" && slide.codeSide <= slide.side - Theme.gap
    readonly property real side: Math.min(Theme.portrait ? 0.5 * slide.width : 0.3 * slide.width, 0.9 * slide.height)
    readonly property real band: slide.illustrated ? 0.3 * slide.height : 0

    picture: slide.illustrated ? image : null

    SlidePicture {
        id: image

        visible: slide.illustrated
        anchors.right: parent.right
        anchors.top: parent.top
        width: Theme.portrait ? slide.width : slide.side
        height: Theme.portrait ? slide.band : slide.height - (slide.linked ? code.height + 2 * Theme.gap : 0)
        file: slide.card.picture
    }

    QrCard {
        id: code

        visible: slide.linked
        anchors.right: parent.right
        anchors.rightMargin: Theme.portrait ? Theme.margin : Math.max(Theme.gap, (slide.side - code.width) / 2)
        y: Theme.portrait ? slide.height - code.height - Theme.gap : slide.illustrated ? slide.height - code.height - Theme.gap : (slide.height - code.height) / 2
        side: slide.codeSide
        code: slide.card.qr
    }

    Item {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: !Theme.portrait && (slide.illustrated || slide.linked) ? slide.side : 0
        y: Theme.portrait ? slide.band : 0
        height: slide.height - y - (Theme.portrait && slide.linked ? code.height + 2 * Theme.gap : 0)

        BoardSlide {
            card: slide.card
        }
    }
}
