import QtQuick
import Kiosk

// An event: the day as a calendar leaf, with the weekday and the hours beside it (below it on a portrait screen), then
// the title and the place.
IllustratedSlide {
    id: slide

    Item {
        id: date

        readonly property real spoken: weekday.height + (hours.visible ? hours.height : 0)
        readonly property real besideLeaf: Theme.portrait ? 0 : leaf.width + Theme.gap

        width: parent.width
        height: leaf.height + (Theme.portrait ? date.spoken : 0)

        Rectangle {
            id: leaf

            anchors.left: parent.left
            width: Math.min((Theme.portrait ? 1 : 0.52) * date.width, Math.max(month.implicitWidth, number.implicitWidth) + 2 * Theme.gap)
            height: number.height + month.height + 0.5 * Theme.gap
            radius: Theme.radius
            color: Theme.accent(slide.card.tone)

            Words {
                id: number

                anchors.horizontalCenter: parent.horizontalCenter
                text: slide.card.figure
                language: slide.card.language
                color: Theme.ground(slide.card.tone)
                font.pixelSize: slide.titleSize
                font.weight: Font.Bold
                lineHeight: 0.85
                wrapMode: Text.NoWrap
            }

            Words {
                id: month

                anchors.horizontalCenter: parent.horizontalCenter
                y: number.height
                width: leaf.width - 0.6 * Theme.gap
                horizontalAlignment: Text.AlignHCenter
                text: slide.card.state
                language: slide.card.language
                color: Theme.ground(slide.card.tone)
                font.pixelSize: slide.smallSize
                font.weight: Font.DemiBold
                wrapMode: Text.WordWrap
            }
        }

        Words {
            id: weekday

            anchors.left: parent.left
            anchors.leftMargin: date.besideLeaf
            anchors.right: parent.right
            y: Theme.portrait ? leaf.height : (leaf.height - date.spoken) / 2
            text: slide.card.day
            language: slide.card.language
            color: slide.ink
            font.pixelSize: slide.bodySize
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 0.6 * slide.smallSize
            wrapMode: Text.NoWrap
        }

        Words {
            id: hours

            anchors.left: parent.left
            anchors.leftMargin: date.besideLeaf
            anchors.right: parent.right
            y: weekday.y + weekday.height
            visible: hours.text !== ""
            text: slide.card.hours
            language: slide.card.language
            color: slide.ink
            font.pixelSize: slide.bodySize
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 0.6 * slide.smallSize
            wrapMode: Text.NoWrap
        }
    }

    Words {
        width: parent.width
        text: slide.card.title
        language: slide.card.language
        color: slide.ink
        font.pixelSize: slide.titleSize
        font.weight: Font.Bold
        lineHeight: Theme.touchable ? 1 : 0.9
        wrapMode: Theme.touchable ? Text.Wrap : Text.WordWrap
    }

    Words {
        width: parent.width
        visible: text !== ""
        text: slide.card.footnote
        language: slide.card.language
        color: slide.ink
        font.pixelSize: slide.bodySize
        wrapMode: Theme.touchable ? Text.Wrap : Text.WordWrap
    }
}
