import QtQuick
import Kiosk

// Opening hours or the next free times: a title, where, and a table that is read from afar.
SlideBody {
    id: slide

    readonly property color ink: Theme.text(slide.card.tone)

    Rectangle {
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: Theme.unit * 1.6
        color: Theme.accent(slide.card.tone)
    }

    Grid {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin * 1.6
        anchors.rightMargin: Theme.margin * 1.4
        anchors.verticalCenter: parent.verticalCenter
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.margin
        rowSpacing: Theme.margin

        Column {
            id: heading

            width: Theme.portrait ? parent.width : parent.width * 0.38
            spacing: Theme.gap * 1.2

            Pictogram {
                anchors.left: parent.left
                icon: slide.card.icon
                tint: Theme.accent(slide.card.tone)
                size: Theme.slideTitle * 1.6
            }

            Words {
                width: parent.width
                text: slide.card.title
                language: slide.card.language
                color: slide.ink
                font.pixelSize: Theme.slideTitle * 0.8
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

            OpenPill {
                anchors.left: parent.left
                visible: slide.card.state !== ""
                open: slide.card.isOpen
                text: slide.card.state
                language: slide.card.language
                mostWidth: parent.width + Theme.margin * 0.8
            }
        }

        SlideRows {
            width: Theme.portrait ? parent.width : parent.width - heading.width - Theme.margin
            card: slide.card
        }
    }
}
