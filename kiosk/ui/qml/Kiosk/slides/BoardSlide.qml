pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A board to be read from a distance: the next times by day, or the hours of a week. Its text is as large as the room
// allows. Times that do not fit even at the minimum size are left out, the last ones first.
SlideBody {
    id: slide

    readonly property bool hours: slide.card.kind === "hours"
    readonly property bool news: slide.card.kind === "news"
    readonly property real inner: slide.width - 2 * Theme.margin
    readonly property real room: slide.height - 3 * slide.edge - heading.height - (note.visible && !slide.noteBeside ? note.height + slide.edge : 0)
    readonly property real usual: Theme.slideBody * (Theme.touchable ? (slide.news ? 1.5 : 1.15) : 1)
    readonly property real least: Theme.touchable ? 0.8 * Theme.slideBody : Theme.slideSmall
    readonly property real spacing: slide.fitting < 2 ? 0 : Math.max(slide.closest * slide.size, Math.min(2.5 * Theme.gap, (slide.room - slide.text) / (slide.fitting - 1)))
    // Whether the note fits beside the heading, which leaves its line to the rows.
    readonly property bool noteBeside: rows.count > 0 && mark.width + title.implicitWidth + note.implicitWidth + 3 * Theme.gap <= slide.inner
    readonly property real edge: (Theme.touchable || slide.signBelow ? 1 : 0.4) * Theme.gap

    // The minimum space between rows, relative to the text size; hours cannot leave out a day, so they may be closer.
    readonly property real closest: slide.hours ? 0.02 : slide.news ? 0.4 : 0.1
    property real headingScale: 1

    // Whether the sign has its own line below the title, which would be too narrow beside it.
    property bool signBelow: false
    property real size: slide.usual
    property real timeWidth: 0
    property real text: 0
    property int fitting: rows.count

    function row(place: int): BoardRow {
        return rows.itemAt(place) as BoardRow;
    }

    function measure(): void {
        let width = 0;
        for (let place = 0; place < rows.count; place++)
            width = Math.max(width, slide.row(place)?.timeNeeded ?? 0);
        slide.timeWidth = slide.hours ? 0 : width;
    }

    // How many rows fit, including the minimum space between them.
    function count(): int {
        let sum = 0;
        for (let place = 0; place < rows.count; place++) {
            const row = slide.row(place);
            sum += (row?.height ?? 0) + (place > 0 ? slide.closest * slide.size : 0);
            if (sum > slide.room)
                return place;
        }
        return rows.count;
    }

    function isWide(): bool {
        for (let place = 0; place < rows.count; place++)
            if (slide.row(place)?.wide)
                return true;
        return false;
    }

    function fit(): void {
        slide.headingScale = 1;
        slide.signBelow = Theme.portrait && sign.visible && mark.width + title.implicitWidth + sign.width + 2 * Theme.gap > slide.inner;
        for (let scale = 1; scale > 0.4 && (title.contentWidth > title.width || title.lineCount > (Theme.portrait ? 2 : 1)); scale *= 0.95)
            slide.headingScale = scale;
        for (let size = slide.usual; size > 0.4 * slide.least; size *= 0.96) {
            slide.size = slide.hours ? size : Math.max(slide.least, size);
            slide.measure();
            slide.fitting = rows.count; // a text that is not visible is not laid out and keeps its old height
            slide.fitting = slide.count();
            if (slide.fitting === rows.count && !slide.isWide() || !slide.hours && size <= slide.least)
                break;
        }
        let text = 0;
        for (let place = 0; place < slide.fitting; place++)
            text += slide.row(place)?.height ?? 0;
        slide.text = text;
    }

    onWidthChanged: Qt.callLater(slide.fit)
    onRoomChanged: Qt.callLater(slide.fit)
    Component.onCompleted: slide.fit()

    Connections {
        target: slide.card

        function onChanged(): void {
            Qt.callLater(slide.fit);
        }
    }

    Item {
        id: heading

        x: Theme.margin
        y: slide.edge
        width: slide.inner
        height: slide.signBelow ? Math.max(mark.height, title.height) + slide.edge + sign.height : Math.max(title.height, sign.visible ? sign.height : 0)

        Pictogram {
            id: mark

            anchors.left: parent.left
            y: title.y + (title.height - mark.height) / 2
            icon: slide.card.icon
            tint: Theme.accent(slide.card.tone)
            size: 1.2 * title.font.pixelSize
        }

        Words {
            id: title

            anchors.left: mark.right
            anchors.leftMargin: Theme.gap
            anchors.right: parent.right
            anchors.rightMargin: sign.visible && !slide.signBelow ? sign.width + Theme.gap : 0
            y: slide.signBelow ? 0 : (heading.height - title.height) / 2
            text: slide.hours && slide.card.body !== "" ? slide.card.body : slide.card.title
            language: slide.card.language
            color: Theme.text(slide.card.tone)
            font.pixelSize: Math.max(Theme.slideSmall, (Theme.touchable ? 0.8 : 0.46) * Theme.slideTitle * slide.headingScale)
            font.weight: Font.Bold
            lineHeight: 0.9
            wrapMode: Text.WordWrap
        }

        OpenSign {
            id: sign

            anchors.left: parent.left
            anchors.leftMargin: slide.signBelow ? 0 : heading.width - sign.width
            y: slide.signBelow ? heading.height - sign.height : (heading.height - sign.height) / 2
            width: sign.implicitWidth
            height: sign.implicitHeight
            visible: slide.hours && slide.card.known
            known: slide.card.known
            open: slide.card.isOpen
            hours: slide.card.hours
            day: slide.card.day
            ink: Theme.text(slide.card.tone)
        }
    }

    Item {
        id: board

        x: Theme.margin
        width: slide.inner
        y: heading.y + heading.height + slide.edge
        height: slide.room

        Repeater {
            id: rows

            model: slide.card.rows

            BoardRow {
                required property int index

                y: {
                    let above = 0;
                    for (let place = 0; place < index; place++)
                        above += (slide.row(place)?.height ?? 0) + slide.spacing;
                    return above;
                }
                width: board.width
                visible: index < slide.fitting
                language: slide.card.language
                tone: slide.card.tone
                size: slide.size
                timeWidth: slide.timeWidth
                news: slide.news
                breaks: slide.news || slide.card.kind === "events" || slide.card.kind === "departures"
            }
        }
    }

    Words {
        id: note

        x: Theme.margin
        y: slide.noteBeside ? heading.y + (heading.height - note.height) / 2 : slide.height - note.height - slide.edge
        width: slide.inner
        horizontalAlignment: slide.noteBeside ? Text.AlignRight : Text.AlignLeft
        visible: note.text !== "" && !slide.hours
        text: slide.card.body
        language: slide.card.language
        color: Theme.text(slide.card.tone)
        font.pixelSize: rows.count > 0 ? Theme.slideSmall : Theme.slideBody
        wrapMode: Text.WordWrap
    }
}
