import QtQuick
import Kiosk

// The touched time, moving to its place on the ticket, so that visitors see that they are the same.
Rectangle {
    id: chosen

    property rect start
    property PageFrame page: null

    // From 0 (where it was touched) to 1 (its place on the ticket).
    property real way: 1
    readonly property bool travels: move.running

    // Remember the position of a button, which will be destroyed with its page.
    function remember(button: Pressable, time: string): void {
        chosen.start = chosen.parent.mapFromItem(button, 0, 0, button.width, button.height);
        chosen.color = button.fill;
        chosen.border.color = button.edge;
        chosen.radius = button.rounding;
        words.text = time;
        words.language = button.language;
    }

    function travel(page: PageFrame): void {
        if (words.text === "" || !page.chosenTime) {
            chosen.forget();
            return;
        }
        chosen.page = page;
        move.restart();
    }

    // Forget it if it does not lead to a ticket, or if animations are off.
    function forget(): void {
        move.stop();
        chosen.page = null;
        words.text = "";
    }

    // The end of the way is known once the page is laid out, and moves with the page.
    function place(): void {
        const fact = chosen.page?.chosenTime;
        if (!fact)
            return;
        const end = chosen.parent.mapFromItem(fact, 0, 0, fact.width, fact.height);
        chosen.x = chosen.start.x + chosen.way * (end.x - chosen.start.x);
        chosen.y = chosen.start.y + chosen.way * (end.y - chosen.start.y);
        chosen.width = chosen.start.width + chosen.way * (end.width - chosen.start.width);
        chosen.height = chosen.start.height + chosen.way * (end.height - chosen.start.height);
    }

    objectName: "chosen-time"
    visible: chosen.travels
    border.width: Theme.line
    onWayChanged: chosen.place()

    NumberAnimation {
        id: move

        target: chosen
        property: "way"
        from: 0
        to: 1
        duration: Theme.turnMs
        easing.type: Easing.OutCubic
        onFinished: chosen.forget()
    }

    Words {
        id: words

        anchors.centerIn: parent
        color: Qt.colorEqual(chosen.color, Theme.sea) ? Theme.seaInk : Theme.ink
        font.pixelSize: Theme.lead
        font.weight: Font.Bold
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
