pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// A long page in parts that two buttons turn, because nobody should have to drag. Blocks flow into columns without
// being split, so that nothing is cut off and no part is empty; a part shows the columns that fit side by side.
Item {
    id: parts

    required property PageParts memory
    required property string name
    default property alias blocks: flow.data
    property int columns: 1
    property real spacing: Theme.gap
    property int part: 0

    // Two instances can follow each other: the second one continues on its own parts; the first one turns for both.
    property Parts before: null
    property Parts after: null
    readonly property int start: parts.before ? parts.before.count : 0
    readonly property int allCount: parts.start + parts.count + (parts.after ? parts.after.count : 0)
    readonly property int open: Math.max(0, Math.min(parts.before ? parts.before.part : parts.part, parts.allCount - 1))
    readonly property bool active: parts.open >= parts.start && parts.open < parts.start + parts.count

    // The maximum height of the columns; if less than the room, equal blocks are spread over the columns.
    property real most: parts.roomHeight

    // Landscape screens lack height, so the buttons are at the side, within reach; on portrait screens they are below.
    readonly property bool aside: !Theme.portrait
    readonly property real room: parts.aside && parts.divided ? parts.width - Theme.target * 1.2 - Theme.gap : parts.width
    readonly property real roomHeight: !parts.aside && parts.divided ? parts.height - Theme.target - Theme.gap : parts.height
    readonly property real columnWidth: (parts.room - (parts.columns - 1) * parts.spacing) / parts.columns
    readonly property real step: parts.columns * (parts.columnWidth + parts.spacing)
    readonly property int count: Math.max(1, Math.ceil((flow.implicitWidth + parts.spacing) / parts.step - 0.01))
    readonly property bool overflows: parts.allCount > 1

    // Whether room is kept for the buttons, from when they are first needed: otherwise the layout would alternate.
    property bool divided: false
    readonly property int place: Math.max(0, Math.min(parts.open - parts.start, parts.count - 1))
    readonly property real ring: 3 * Theme.line

    function turn(step: int): void {
        parts.go(parts.open + step);
    }

    function go(part: int): void {
        const lead = parts.before ?? parts;
        lead.part = Math.max(0, Math.min(part, parts.allCount - 1));
        lead.memory.keep(lead.name, lead.part);
    }

    // Keep room for the buttons once the blocks do not fit on one part.
    function divide(): void {
        flow.forceLayout();
        if (parts.overflows && !parts.divided) {
            parts.divided = true;
            flow.forceLayout();
        }
    }

    function join(): void {
        parts.divided = false;
        Qt.callLater(parts.divide);
    }

    // How many blocks of a height fit in a column.
    function fitting(height: real): int {
        return Math.max(1, Math.floor((parts.roomHeight + parts.spacing) / (height + parts.spacing)));
    }

    // The height of each of `total` equal blocks that share the room, between `least` and `most`.
    function shared(total: int, least: real, most: real): real {
        const lines = Math.max(1, Math.min(parts.fitting(least), Math.ceil(total / parts.columns)));
        return Math.max(least, Math.min(most, Math.floor((parts.roomHeight - (lines - 1) * parts.spacing) / lines)));
    }

    function reveal(item: Item): void {
        if (!parts.overflows || !item || !parts.holds(item))
            return;
        const x = item.mapToItem(flow, 0, 0).x;
        const far = parts.LayoutMirroring.enabled || flow.effectiveLayoutDirection === Qt.RightToLeft ? flow.width - x - item.width : x;
        parts.go(parts.start + Math.floor((far + 1) / parts.step));
    }

    // Whether a block is on the open part.
    function shows(item: Item): bool {
        const x = item.x + flow.x;
        return x > -item.width && x < parts.room;
    }

    function holds(item: Item): bool {
        for (let ancestor = item; ancestor; ancestor = ancestor.parent) {
            if (ancestor === flow)
                return true;
        }
        return false;
    }

    onOverflowsChanged: Qt.callLater(parts.divide)
    onColumnWidthChanged: Qt.callLater(parts.divide)
    onRoomHeightChanged: Qt.callLater(parts.divide)
    onWidthChanged: parts.join()
    onHeightChanged: parts.join()
    Component.onCompleted: parts.part = parts.memory.part(parts.name)

    Connections {
        target: parts.Window.window

        function onActiveFocusItemChanged(): void {
            parts.reveal(parts.Window.activeFocusItem);
        }
    }

    Item {
        objectName: "leaves"
        anchors.left: parent.left
        anchors.leftMargin: -parts.ring
        y: -parts.ring
        width: parts.room + 2 * parts.ring
        height: parts.roomHeight + 2 * parts.ring
        clip: parts.overflows

        Flow {
            id: flow

            readonly property bool backwards: flow.effectiveLayoutDirection === Qt.RightToLeft

            // Blocks on other parts are out of sight, but can be read aloud and reached with the keyboard.
            x: parts.ring + (flow.backwards ? 1 : -1) * (parts.active ? parts.place : parts.count) * parts.step
            y: parts.ring
            width: parts.room
            height: Math.min(parts.roomHeight, parts.most)
            flow: Flow.TopToBottom
            spacing: parts.spacing
        }
    }

    Loader {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        active: parts.divided && parts.overflows && parts.active
        sourceComponent: Pager {
            area: parts
        }
    }
}
