import QtQuick
import Kiosk

// Words and a picture, side by side, or one above the other on a portrait screen. On a screen without touch, the words
// are as large as their room allows: the title starts at twice the body size, and shrinks first.
SlideBody {
    id: slide

    default property alias content: words.data
    property alias spacing: words.spacing
    readonly property bool face: slide.card.kind === "face"
    readonly property bool illustrated: slide.card.picture.toString() !== ""
    readonly property real faceSide: Math.round(Math.min(place.width, place.height) - (Theme.portrait ? Theme.margin : 0.6 * Theme.margin))
    readonly property color ink: Theme.text(slide.card.tone)
    readonly property real share: Theme.touchable ? 0.46 : 0.4
    readonly property real inset: Theme.touchable ? 1.4 * Theme.margin : Theme.margin

    // From 1 down: the title shrinks in proportion, the body only to the minimum size, and both further if they must.
    property real scaleBy: 1
    readonly property real titleSize: Theme.touchable ? Theme.slideTitle * (slide.illustrated ? 0.85 : 1) : Theme.slideTitle * slide.scaleBy
    readonly property real bodySize: Theme.touchable ? Theme.slideBody : Theme.slideBody * Math.min(0.48 + 0.52 * slide.scaleBy, 1.48 * slide.scaleBy)
    readonly property real smallSize: Theme.touchable ? Theme.slideSmall : Theme.slideSmall * Math.min(1, 2 * slide.scaleBy)

    function isWithin(): bool {
        let height = -words.spacing;
        for (const item of words.children) {
            if (item.visible && item.height > 0)
                height += item.height + words.spacing;
            if ((item as Text)?.contentWidth > item.width || (item as SlideRows)?.wide)
                return false;
        }
        return height <= side.height - 3.4 * Theme.gap;
    }

    function fit(): void {
        if (Theme.touchable)
            return;
        for (let scale = 1; scale > 0.3; scale *= 0.95) {
            slide.scaleBy = scale;
            if (slide.isWithin())
                return;
        }
    }

    picture: slide.illustrated ? image : null
    onWidthChanged: Qt.callLater(slide.fit)
    onHeightChanged: Qt.callLater(slide.fit)
    Component.onCompleted: slide.fit()

    Connections {
        target: slide.card

        function onChanged(): void {
            Qt.callLater(slide.fit);
        }
    }

    SlidePicture {
        id: image

        visible: slide.illustrated
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.rightMargin: slide.face ? (place.width - image.width) / 2 : 0
        anchors.topMargin: slide.face ? (place.height - image.height) / 2 : 0
        width: slide.face ? slide.faceSide : place.width
        height: slide.face ? slide.faceSide : place.height
        whole: slide.card.fit === "contain"
        file: slide.card.picture
    }

    Item {
        id: place

        anchors.right: parent.right
        anchors.top: parent.top
        width: Theme.portrait ? slide.width : slide.width * slide.share
        height: Theme.portrait ? slide.height * slide.share : slide.height
    }

    // A round frame in the background colour covers the corners: a mask would need a GPU.
    Rectangle {
        anchors.centerIn: image
        visible: slide.face && slide.illustrated
        width: image.width + 2 * border.width
        height: width
        radius: width / 2
        color: "transparent"
        border.width: 0.22 * image.width
        border.color: Theme.ground(slide.card.tone)
    }

    Item {
        id: side

        anchors.left: parent.left
        anchors.bottom: parent.bottom
        width: slide.illustrated && !Theme.portrait ? slide.width - place.width : slide.width
        height: slide.illustrated && Theme.portrait ? slide.height - place.height : slide.height

        Column {
            id: words

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: slide.inset
            anchors.rightMargin: slide.inset
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap * 1.4
        }
    }
}
