pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Whether the office is open now: a door, the hours in digits, and one word in a few languages.
SlideBody {
    id: slide

    readonly property color ink: Theme.text(slide.card.tone)
    readonly property real side: Math.max(Theme.slideTitle, Theme.portrait ? 0.6 * slide.width : 0.66 * slide.height)
    readonly property real line: 1.36 * Theme.slideBody
    readonly property real factsHeight: digits.height + words.count * slide.line

    Rectangle {
        id: lamp

        anchors.left: parent.left
        anchors.leftMargin: Theme.portrait ? (slide.width - slide.side) / 2 : 1.6 * Theme.margin
        y: (slide.height - slide.side - (Theme.portrait ? 2 * Theme.gap + slide.factsHeight : 0)) / 2
        width: slide.side
        height: slide.side
        radius: 0.12 * slide.side
        color: slide.card.isOpen ? Theme.openLamp : Theme.shutLamp

        Pictogram {
            anchors.centerIn: parent
            icon: slide.card.isOpen ? "door-open" : "door-closed"
            tint: Theme.lampInk
            size: 0.84 * slide.side
        }
    }

    Item {
        id: facts

        anchors.left: Theme.portrait ? parent.left : lamp.right
        anchors.leftMargin: Theme.portrait ? (slide.width - slide.side) / 2 : 1.6 * Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: Theme.portrait ? lamp.y + lamp.height + 2 * Theme.gap : (slide.height - slide.factsHeight) / 2
        height: slide.factsHeight

        Words {
            id: date

            width: implicitWidth
            anchors.left: parent.left
            anchors.baseline: digits.baseline
            visible: slide.card.day !== ""
            text: slide.card.day
            color: slide.ink
            font.pixelSize: Theme.slideBody
        }

        Words {
            id: digits

            anchors.left: date.visible ? date.right : parent.left
            anchors.leftMargin: date.visible ? Theme.gap : 0
            anchors.right: parent.right
            text: slide.card.hours
            color: slide.ink
            font.pixelSize: Theme.slideTitle
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.slideBody
            wrapMode: Text.NoWrap
        }

        Repeater {
            id: words

            model: slide.card.rows

            Words {
                required property int index
                required property string label
                required property string detail
                required property bool emphasis

                y: digits.height + index * slide.line
                width: facts.width
                text: label
                language: detail
                color: emphasis ? Theme.accent(slide.card.tone) : slide.ink
                font.pixelSize: Theme.slideBody
                font.weight: emphasis ? Font.Bold : Font.Normal
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.slideSmall
                wrapMode: Text.NoWrap
            }
        }
    }
}
