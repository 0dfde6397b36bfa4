import QtQuick
import Kiosk

// Words on one half and a picture on the other; beside each other, or in a tall screen above each other.
SlideBody {
    id: slide

    default property alias content: words.data
    property alias spacing: words.spacing
    readonly property bool illustrated: slide.card.picture.toString() !== ""
    readonly property color ink: Theme.text(slide.card.tone)

    picture: slide.illustrated ? image : null

    SlidePicture {
        id: image

        visible: slide.illustrated
        anchors.right: parent.right
        anchors.top: parent.top
        width: Theme.portrait ? slide.width : slide.width * 0.46
        height: Theme.portrait ? slide.height * 0.46 : slide.height
        whole: slide.card.fit === "contain"
        source: slide.card.picture
    }

    Item {
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        width: slide.illustrated && !Theme.portrait ? slide.width - image.width : slide.width
        height: slide.illustrated && Theme.portrait ? slide.height - image.height : slide.height

        Column {
            id: words

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.margin * 1.4
            anchors.rightMargin: Theme.margin * 1.4
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap * 1.4
        }
    }
}
