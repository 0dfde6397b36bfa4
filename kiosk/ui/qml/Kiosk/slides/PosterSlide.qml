import QtQuick
import Kiosk

// One picture, and one line below it on its own background. The text is as large as a title, and takes a second line
// only if it would otherwise be smaller than body text.
SlideBody {
    id: slide

    readonly property color ink: Theme.text(slide.card.tone)
    readonly property real inner: slide.width - 2 * Theme.margin
    readonly property real most: (Theme.portrait ? 0.5 : 0.42) * slide.height

    // From the title size down to the body size, and further only if it must.
    property real size: Theme.slideTitle

    function fit(): void {
        const lines = Theme.portrait ? 3 : 2;
        for (let size = Theme.slideTitle; size > 0.3 * Theme.slideSmall; size *= 0.95) {
            slide.size = size;
            const fits = line.contentWidth <= line.width && line.contentHeight <= slide.most - 1.4 * Theme.gap;
            if (fits && line.lineCount <= (size > 1.3 * Theme.slideBody && !Theme.portrait ? 1 : lines))
                return;
        }
    }

    picture: image
    onWidthChanged: Qt.callLater(slide.fit)
    onHeightChanged: Qt.callLater(slide.fit)
    Component.onCompleted: slide.fit()

    SlidePicture {
        id: image

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: Math.round(slide.height - line.height - 1.4 * Theme.gap)
        whole: slide.card.fit === "contain"
        file: slide.card.picture
    }

    Rectangle {
        anchors.left: parent.left
        y: image.height
        width: parent.width
        height: Theme.unit * 0.8
        color: Theme.accent(slide.card.tone)
    }

    Words {
        id: line

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: slide.height - line.height - 0.6 * Theme.gap
        width: slide.inner
        text: slide.card.title
        language: slide.card.language
        color: slide.ink
        font.pixelSize: slide.size
        font.weight: Font.Bold
        lineHeight: 0.95
        wrapMode: Text.WordWrap
    }
}
