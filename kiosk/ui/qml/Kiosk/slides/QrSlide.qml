import QtQuick
import Kiosk

// A code to scan, and in words what it leads to.
SlideBody {
    id: slide

    readonly property color ink: Theme.text(slide.card.tone)
    readonly property real most: Theme.portrait ? Math.min(words.width, slide.height * 0.6) : slide.height * 0.88

    Grid {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin * 1.6
        anchors.rightMargin: Theme.margin * 1.6
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
                width: parent.width
                text: slide.card.title
                language: slide.card.language
                color: slide.ink
                font.pixelSize: Theme.slideTitle
                font.weight: Font.Bold
            }

            Words {
                width: parent.width
                visible: text !== ""
                text: slide.card.body
                language: slide.card.language
                color: slide.ink
                font.pixelSize: Theme.slideBody
            }

            Words {
                width: parent.width
                visible: text !== ""
                text: slide.card.footnote
                language: "en"
                color: Theme.accent(slide.card.tone)
                font.pixelSize: Theme.slideSmall
                font.weight: Font.DemiBold
                wrapMode: Text.WrapAnywhere
            }
        }

        QrCard {
            id: code

            // A tenth of the reader's distance wide without its quiet zone, or larger, as far as there is room.
            side: Math.min(slide.most, Math.max(Theme.unit * (Theme.portrait ? 62 : 56), 0.13 * Theme.distanceMm * Theme.pxPerMm))
            code: slide.card.qr
        }
    }
}
