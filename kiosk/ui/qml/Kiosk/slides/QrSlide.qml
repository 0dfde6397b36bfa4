import QtQuick
import Kiosk

// A code to scan, and its purpose in words.
SlideBody {
    id: slide

    readonly property color ink: Theme.text(slide.card.tone)

    // As in IllustratedSlide: on a screen without touch, the text is as large as the room allows.
    property real scaleBy: 1

    function fit(): void {
        if (Theme.touchable)
            return;
        const room = slide.height - 3.4 * Theme.gap - (Theme.portrait ? code.height + Theme.margin : 0);
        for (let scale = 1; scale > 0.3; scale *= 0.95) {
            slide.scaleBy = scale;
            const height = title.height + (text.visible ? text.height + words.spacing : 0) + (link.visible ? link.height + words.spacing : 0);
            if (height <= room && title.contentWidth <= title.width && text.contentWidth <= text.width)
                return;
        }
    }

    onWidthChanged: Qt.callLater(slide.fit)
    onHeightChanged: Qt.callLater(slide.fit)
    Component.onCompleted: slide.fit()

    readonly property real most: Theme.portrait ? Math.min(words.width, slide.height * 0.6) : slide.height * 0.88

    Grid {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: (Theme.touchable ? 1.6 : 1) * Theme.margin
        anchors.rightMargin: (Theme.touchable ? 1.6 : 1) * Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.margin
        rowSpacing: Theme.margin
        verticalItemAlignment: Grid.AlignVCenter

        Column {
            id: words

            width: Theme.portrait ? parent.width : parent.width - code.width - Theme.margin
            spacing: Theme.gap * 1.4

            Words {
                id: title

                width: parent.width
                text: slide.card.title
                language: slide.card.language
                color: slide.ink
                font.pixelSize: Theme.slideTitle * slide.scaleBy
                font.weight: Font.Bold
                wrapMode: Theme.touchable ? Text.Wrap : Text.WordWrap
            }

            Words {
                id: text

                width: parent.width
                visible: text.text !== ""
                text: slide.card.body
                language: slide.card.language
                color: slide.ink
                font.pixelSize: Theme.slideBody * Math.min(0.48 + 0.52 * slide.scaleBy, 1.48 * slide.scaleBy)
            }

            Words {
                id: link

                width: parent.width
                visible: link.text !== ""
                text: slide.card.footnote
                language: "en"
                color: Theme.accent(slide.card.tone)
                font.pixelSize: Theme.slideSmall * Math.min(1, 2 * slide.scaleBy)
                font.weight: Font.DemiBold
                wrapMode: Text.WrapAnywhere
            }
        }

        QrCard {
            id: code

            // Without its quiet zone, at least a tenth of the reader's distance wide, if there is room.
            side: Math.min(slide.most, Math.max(Theme.unit * (Theme.portrait ? 62 : 56), 0.13 * Theme.distanceMm * Theme.pxPerMm))
            code: slide.card.qr
        }
    }
}
