import QtQuick
import Kiosk
import Kiosk.Model

// Words on their own background at the bottom of a picture, so that they can be read over any picture.
Rectangle {
    id: plate

    required property SlideCard card
    readonly property real most: plate.parent ? plate.parent.width - 2 * Theme.margin : 0

    anchors.left: parent ? parent.left : undefined
    anchors.bottom: parent ? parent.bottom : undefined
    anchors.margins: Theme.margin
    visible: plate.card.title !== ""
    width: Math.min(caption.implicitWidth + 2 * Theme.gap, plate.most)
    height: caption.height + 1.4 * Theme.gap
    radius: Theme.radius
    color: Theme.ground(plate.card.tone)

    Words {
        id: caption

        anchors.centerIn: parent
        width: Math.min(implicitWidth, plate.most - 2 * Theme.gap)
        text: plate.card.title
        language: plate.card.language
        color: Theme.text(plate.card.tone)
        font.pixelSize: Theme.slideBody * (Theme.touchable ? 1.15 : 1)
        font.weight: Font.DemiBold
    }
}
