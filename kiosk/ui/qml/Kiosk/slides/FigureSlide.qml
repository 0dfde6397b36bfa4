pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// One figure to be read from a distance: the time, the days until a date, or the number being served. The title is
// above it, words are below it, other numbers are beside it, and the figure is as large as the remaining room allows.
SlideBody {
    id: slide

    readonly property color ink: Theme.text(slide.card.tone)
    readonly property color accent: Theme.accent(slide.card.tone)
    readonly property real inner: slide.width - 2 * Theme.margin
    readonly property real edge: Theme.gap
    readonly property bool beside: others.count > 0 && !Theme.portrait
    readonly property bool forecast: slide.card.kind === "weather"
    readonly property real main: slide.beside ? (slide.forecast ? 0.46 : 0.54) * slide.inner : slide.inner
    readonly property real foot: slide.height - slide.edge - (updated.visible ? updated.height + 0.5 * slide.edge : 0)

    // Text sizes of a touchscreen are for reading from close up; there is room for larger text.
    readonly property real larger: Theme.touchable ? 1.4 : 1
    readonly property real rowHeight: 1.75 * slide.larger * Theme.slideBody
    readonly property real listHeight: Theme.portrait ? Math.min(others.count, 3) * slide.rowHeight : 0

    readonly property real wordsHeight: words.visible ? words.implicitHeight : 0

    Rectangle {
        anchors.left: parent.left
        width: Theme.unit * 1.6
        height: parent.height
        color: slide.accent
    }

    Words {
        id: title

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: slide.edge
        width: slide.main
        visible: title.text !== ""
        text: slide.card.title
        language: slide.card.language
        color: slide.ink
        font.pixelSize: Theme.slideBody * (Theme.touchable ? 1.5 : 1)
        font.weight: Font.Bold
        lineHeight: 0.9
        wrapMode: Text.WordWrap
    }

    Pictogram {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: figure.y + (figure.height - sign.height) / 2
        visible: slide.card.icon !== ""
        icon: slide.card.icon
        tint: slide.accent
        size: Math.max(1, Math.min(0.8 * figure.height, 0.4 * slide.main))
    }

    Words {
        id: figure

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin + (sign.visible ? sign.width + Theme.gap : 0)
        y: title.visible ? title.y + title.height : slide.edge
        width: slide.main - (sign.visible ? sign.width + Theme.gap : 0)
        height: Math.max(1.2 * Theme.slideBody, words.y - figure.y)
        text: slide.card.figure
        language: slide.card.language
        color: slide.accent
        verticalAlignment: Text.AlignVCenter
        font.pixelSize: Math.min(0.72 * figure.height, 0.6 * slide.height)
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.slideBody
        wrapMode: Text.NoWrap
    }

    Words {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: slide.foot - slide.listHeight - slide.wordsHeight - (slide.listHeight > 0 ? 0.5 * slide.edge : 0)
        width: slide.main
        visible: words.text !== ""
        text: [slide.card.state, slide.card.body].filter(line => line !== "").join("\n")
        language: slide.card.language
        color: slide.ink
        font.pixelSize: slide.larger * (slide.card.kind === "queue" ? Theme.slideSmall : Theme.slideBody)
        font.weight: Font.DemiBold
        wrapMode: Text.WordWrap
    }

    Item {
        id: list

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: Theme.portrait ? slide.foot - slide.listHeight : (slide.foot - Math.min(others.count, 4) * slide.rowHeight) / 2
        width: slide.beside ? (slide.forecast ? 0.5 : 0.4) * slide.inner : slide.inner

        Repeater {
            id: others

            model: slide.card.rows

            Item {
                id: row

                required property int index
                required property string label
                required property string detail
                required property string icon

                y: row.index * slide.rowHeight
                width: list.width
                height: slide.rowHeight
                visible: row.index < (Theme.portrait ? 3 : 4)

                Rectangle {
                    width: row.width
                    height: Theme.line
                    visible: row.index > 0 || !slide.beside // at the top of the screen there is nothing to divide
                    color: slide.accent
                }

                Words {
                    id: number

                    anchors.left: parent.left
                    anchors.verticalCenter: parent.verticalCenter
                    width: mark.visible ? 0.54 * row.width : number.implicitWidth
                    text: row.label
                    language: slide.card.language
                    color: slide.ink
                    font.pixelSize: slide.larger * (mark.visible ? Theme.slideSmall : Theme.slideBody)
                    font.weight: Font.Bold
                    fontSizeMode: mark.visible ? Text.HorizontalFit : Text.FixedSize
                    minimumPixelSize: 0.6 * Theme.slideSmall
                    wrapMode: Text.NoWrap
                }

                Pictogram {
                    id: mark

                    anchors.right: parent.right
                    anchors.rightMargin: 0.28 * row.width
                    anchors.verticalCenter: parent.verticalCenter
                    visible: row.icon !== ""
                    icon: row.icon
                    tint: slide.ink
                    size: (Theme.touchable ? 1.4 : 0.95) * Theme.slideBody
                }

                Words {
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    width: mark.visible ? 0.25 * row.width : row.width - number.width - Theme.gap
                    horizontalAlignment: Text.AlignRight
                    text: row.detail
                    language: slide.card.language
                    color: slide.ink
                    font.pixelSize: slide.larger * (mark.visible ? Theme.slideBody : Theme.slideSmall)
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 0.5 * Theme.slideSmall
                    wrapMode: Text.NoWrap
                }
            }
        }
    }

    Words {
        id: updated

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: slide.height - updated.height - 0.5 * slide.edge
        width: slide.inner
        visible: updated.text !== ""
        text: Theme.portrait ? slide.card.updated.replace(" · ", "\n") : slide.card.updated
        language: slide.card.language
        color: slide.ink
        font.pixelSize: Theme.slideSmall
    }
}
