pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// The slides of a playlist in order, moved by dragging or with Ctrl and an arrow key, and a field to add one.
ColumnLayout {
    id: order

    readonly property PlaylistModel playlist: order.studio.playlist
    readonly property var words: order.studio.words
    required property StudioModel studio

    Layout.fillWidth: true
    Layout.preferredWidth: 1
    spacing: 8

    Heading {
        Layout.fillWidth: true
        text: order.words.order
    }

    StudioButton {
        objectName: "addSlides"
        text: order.words.addSlides
        onClicked: more.open()
    }

    ListView {
        id: list

        cacheBuffer: 0 // see OpenPage
        readonly property int rowHeight: 60

        function shift(start: int, to: int): void {
            const place = order.playlist.move(start, to);
            list.currentIndex = place;
            list.forceLayout();
        }

        objectName: "order"
        Layout.fillWidth: true
        implicitHeight: list.count * list.rowHeight
        interactive: false
        activeFocusOnTab: true
        keyNavigationEnabled: true
        model: order.playlist.slides
        Accessible.role: Accessible.List
        Accessible.name: order.words.order
        Keys.onPressed: event => {
            const step = event.key === Qt.Key_Up ? -1 : event.key === Qt.Key_Down ? 1 : 0;
            if (step && event.modifiers & Qt.ControlModifier) {
                list.shift(list.currentIndex, list.currentIndex + step);
                event.accepted = true;
            } else if (event.key === Qt.Key_Delete) {
                order.playlist.remove(list.currentIndex);
                event.accepted = true;
            }
        }

        delegate: SlideOrderRow {
            id: row

            width: list.width
            height: list.rowHeight
            slides: order.studio.slides
            words: order.words
            current: list.activeFocus && list.currentIndex === row.index
            last: row.index === list.count - 1
            onMoved: to => list.shift(row.index, to)
            onRemoved: order.playlist.remove(row.index)
        }
    }

    SlidePicker {
        id: more

        objectName: "moreSlides"
        studio: order.studio
        question: order.words.chooseSlides
        yes: order.words.add
        onAgreed: (name, slides) => order.playlist.add(slides)
    }
}
