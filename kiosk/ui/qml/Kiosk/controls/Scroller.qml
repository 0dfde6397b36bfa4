pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kiosk
import Kiosk.Model

// A long page in parts that two buttons turn, for nobody should have to drag. No line of text and no button is cut in two.
Item {
    id: scroller

    required property PageParts memory
    required property string name
    default property alias content: column.data
    property real spacing: Theme.gap
    property int part: 0
    property list<real> starts: [0]
    property list<real> ends: [0]
    readonly property bool overflows: column.implicitHeight > scroller.height + 1
    readonly property real room: scroller.overflows ? scroller.height - strip.height - Theme.gap : scroller.height
    readonly property real ring: 3 * Theme.line

    // Whether a part held little, since no cut misses the lines of both columns: the page is then to have one column.
    property bool sparse: false
    readonly property int place: Math.min(scroller.part, scroller.starts.length - 1)

    function turn(step: int): void {
        scroller.part = Math.max(0, Math.min(scroller.place + step, scroller.starts.length - 1));
        scroller.memory.keep(scroller.name, scroller.part);
    }

    // The upper and lower edge of each thing that must stay whole, from the top of the content, whether it is a card,
    // and whether it is of the title.
    function atoms(item: Item, titled: bool): var {
        let found = [];
        for (const child of item.children) {
            if (!child.visible || child.height <= 0)
                continue;
            const top = child.mapToItem(column, 0, 0).y;
            if (child instanceof Text) {
                const line = child.height / Math.max(1, child.lineCount);
                for (let row = 0; row < child.lineCount; row++)
                    found.push([top + row * line, top + (row + 1) * line, false, titled]);
            } else if (child instanceof T.AbstractButton || child instanceof QrCard) {
                found.push([top, top + child.height, false, titled]);
            } else {
                if (child instanceof Rectangle)
                    found.push([top, top + child.height, true, titled]);
                found = found.concat(scroller.atoms(child, titled || child instanceof PageTitle));
            }
        }
        return found;
    }

    function cut(atoms: var, start: real): real {
        let end = start + scroller.room;
        for (let moved = true; moved; ) {
            const across = atoms.filter(each => each[0] < end - 0.5 && each[1] > end + 0.5 && each[0] > start + scroller.ring + 0.5);
            moved = across.length > 0;
            end = across.reduce((least, each) => Math.min(least, each[0]), end);
        }
        return end > start + 1 ? end : start + scroller.room;
    }

    // A card is parted only where less than half a page, or a title alone, would be left without it.
    function without(atoms: var, start: real): var {
        const end = scroller.cut(atoms, start);
        return end - start < scroller.room / 2 || scroller.little(atoms, start, end) ? atoms.filter(each => !each[2]) : atoms;
    }

    // Each part begins right above its first whole line and ends right below its last, with room for the focus.
    function divide(): void {
        const all = column.implicitHeight;
        const things = scroller.overflows && scroller.room > 0 ? scroller.atoms(column, false) : [];
        const starts = [-scroller.ring];
        const ends = [];
        for (let more = things.length > 0; more && starts.length < 100; ) {
            const start = starts[starts.length - 1];
            const atoms = scroller.without(things, start);
            const end = start + scroller.room >= all ? all : scroller.cut(atoms, start);
            const last = atoms.reduce((most, each) => each[1] <= end + 1 ? Math.max(most, each[1]) : most, start + 1);
            const next = atoms.reduce((least, each) => each[0] >= end - 1 ? Math.min(least, each[0]) : least, all + scroller.ring);
            more = next < all;
            ends.push(more ? Math.min(Math.max(last, start + 1) + scroller.ring, next) : all + scroller.ring);
            if (more)
                starts.push(Math.max(Math.min(last, next), next - scroller.ring));
        }
        if (ends.some((end, part) => part < ends.length - 1 && scroller.little(things, starts[part], end)))
            scroller.sparse = true;
        scroller.starts = starts;
        scroller.ends = ends.length > 0 ? ends : [all];
    }

    // Whether a part holds no more than a title that leaves much of it empty.
    function little(things: var, start: real, end: real): bool {
        const within = things.filter(each => each[0] >= start - 1 && each[1] <= end + 1);
        return end - start < 0.6 * scroller.room && within.every(each => each[3]);
    }

    function reveal(item: Item): void {
        if (!scroller.overflows || !item || !scroller.holds(item))
            return;
        const top = item.mapToItem(column, 0, 0).y;
        const at = scroller.ends.findIndex(end => top + item.height <= end + 1);
        if (at >= 0 && (at !== scroller.place))
            scroller.turn(at - scroller.place);
    }

    function holds(item: Item): bool {
        for (let each = item; each; each = each.parent) {
            if (each === column)
                return true;
        }
        return false;
    }

    Component.onCompleted: {
        scroller.part = scroller.memory.part(scroller.name);
        later.restart();
    }
    onHeightChanged: later.restart()
    onRoomChanged: later.restart()

    Timer {
        id: later

        interval: 0
        onTriggered: scroller.divide()
    }

    Connections {
        target: scroller.Window.window

        function onActiveFocusItemChanged(): void {
            scroller.reveal(scroller.Window.activeFocusItem);
        }
    }

    Item {
        id: viewport

        objectName: "leaves"
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: scroller.overflows ? -scroller.ring : 0
        height: scroller.overflows ? scroller.ends[scroller.place] - scroller.starts[scroller.place] : scroller.height
        clip: scroller.overflows

        Column {
            id: column

            y: scroller.overflows ? -scroller.starts[scroller.place] : 0
            x: scroller.overflows ? scroller.ring : 0
            width: scroller.width
            spacing: scroller.spacing
            onImplicitHeightChanged: later.restart()
        }
    }

    Row {
        id: strip

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: scroller.overflows
        height: Theme.target
        spacing: Theme.gap

        TouchButton {
            objectName: "earlier"
            height: strip.height
            width: Theme.target * 2.4
            sign: "up"
            textSize: Theme.plain
            enabled: scroller.place > 0
            opacity: enabled ? 1 : 0.3
            Accessible.name: qsTr("Show what is above")
            onClicked: scroller.turn(-1)
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            text: "\u2066" + (scroller.place + 1) + " / " + scroller.starts.length + "\u2069"
            wrapMode: Text.NoWrap
            font.pixelSize: Theme.plain
        }

        TouchButton {
            objectName: "later"
            height: strip.height
            width: Theme.target * 2.4
            sign: "down"
            textSize: Theme.plain
            fill: Theme.sun
            ink: Theme.sunInk
            edge: Theme.sun
            enabled: scroller.place < scroller.starts.length - 1
            opacity: enabled ? 1 : 0.3
            Accessible.name: qsTr("Show what is below")
            onClicked: scroller.turn(1)
        }
    }
}
