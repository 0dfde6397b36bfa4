import QtQuick
import Kiosk

// Opening hours or the next free times: a title, the place, and a table to be read from a distance.
SlideBody {
    id: slide

    readonly property color ink: Theme.text(slide.card.tone)
    readonly property real roomWidth: slide.width - 3 * Theme.margin
    readonly property real roomHeight: slide.height - 2 * Theme.margin

    // The heading shrinks, down to half its size, before the table does.
    property real headingScale: 1

    function fitHeading(): void {
        slide.headingScale = 1;
        const most = Theme.portrait ? slide.roomHeight * 0.5 : slide.roomHeight;
        for (let scale = Theme.portrait ? 1.25 : 1; scale > 0.5; scale *= 0.96) {
            slide.headingScale = scale;
            if (heading.contentHeight <= most && title.contentWidth <= title.width)
                return;
        }
    }

    onRoomHeightChanged: Qt.callLater(slide.fitHeading)
    onRoomWidthChanged: Qt.callLater(slide.fitHeading)
    Component.onCompleted: slide.fitHeading()

    Connections {
        target: slide.card

        function onChanged(): void {
            Qt.callLater(slide.fitHeading);
        }
    }

    Rectangle {
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: Theme.unit * 1.6
        color: Theme.accent(slide.card.tone)
    }

    Item {
        id: both

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin * 1.6
        anchors.verticalCenter: parent.verticalCenter
        width: slide.roomWidth
        height: Theme.portrait ? heading.contentHeight + (table.count > 0 ? Theme.margin + table.height : 0) : Math.max(heading.contentHeight, table.height)

        Item {
            id: heading

            readonly property real gap: Theme.gap * 1.2 * slide.headingScale
            readonly property real contentHeight: sign.height + heading.gap + title.height + (where.visible ? heading.gap + where.height : 0) + (pill.visible ? heading.gap + pill.height : 0)

            anchors.left: parent.left
            y: Theme.portrait ? 0 : (both.height - heading.contentHeight) / 2
            width: Theme.portrait ? both.width : both.width * 0.38
            height: heading.contentHeight

            Pictogram {
                id: sign

                anchors.left: parent.left
                icon: slide.card.icon
                tint: Theme.accent(slide.card.tone)
                size: Theme.slideTitle * 1.6 * slide.headingScale
            }

            Words {
                id: title

                anchors.top: sign.bottom
                anchors.topMargin: heading.gap
                width: parent.width
                text: slide.card.title
                wrapMode: Text.WordWrap
                language: slide.card.language
                color: slide.ink
                font.pixelSize: Theme.slideTitle * 0.8 * slide.headingScale
                font.weight: Font.Bold
            }

            Words {
                id: where

                anchors.top: title.bottom
                anchors.topMargin: heading.gap
                width: parent.width
                visible: text !== ""
                text: slide.card.body
                language: slide.card.language
                color: slide.ink
                font.pixelSize: Theme.slideBody * slide.headingScale
            }

            OpenPill {
                id: pill

                anchors.left: parent.left
                anchors.bottom: parent.bottom
                visible: slide.card.state !== ""
                open: slide.card.isOpen
                text: slide.card.state
                language: slide.card.language
                mostWidth: parent.width
            }
        }

        TableRows {
            id: table

            anchors.right: parent.right
            y: (both.height - table.height) / (Theme.portrait ? 1 : 2)  // changing anchors would stretch it in between
            width: Theme.portrait ? both.width : both.width - heading.width - Theme.margin
            height: implicitHeight
            room: slide.roomHeight - (Theme.portrait ? heading.contentHeight + Theme.margin : 0)
            card: slide.card
        }
    }
}
