import QtQuick
import Kiosk
import Kiosk.Model

// How to book: a code, the same in words beside it, and buttons below the code or at the bottom of the page. With large
// text, the ways to book without a code are behind one of the buttons.
PageFrame {
    id: page

    required property TicketPageModel model
    required property Printing printing
    required property ReadAloud readAloud

    // A code can be read from ten times its width away; its margin and rounding to pixels take a third of the card.
    readonly property real least: 0.16 * Theme.distanceMm * Theme.pxPerMm
    readonly property bool large: Theme.textScale > 1.2
    readonly property bool datable: page.model.calendarQr.toString() !== ""
    readonly property bool folds: page.large && page.model.qr.toString() !== "" && (page.model.atDesk || words.wayCount > 0)

    // What the visitor has opened instead of how to book: "date" or "ways".
    property string asked: ""
    readonly property bool saving: page.asked === "date" && page.datable
    readonly property bool away: page.asked === "ways" && page.folds

    readonly property bool beside: !Theme.portrait
    readonly property real most: page.large ? 1.1 * page.least : Math.max(page.least, (page.beside ? 0.26 : 0.36) * page.body.width)
    readonly property real above: page.body.height - buttons.height - Theme.gap
    readonly property real side: page.beside ? Math.max(page.least, Math.min(page.most, page.above)) : page.most

    // Whether the printer line does not fit below the code; it is then shown among the words.
    readonly property bool crowded: page.beside && page.body.height < page.least + 2 * Theme.gap + buttons.wholeHeight

    function ask(what: string): void {
        page.asked = page.asked === what ? "" : what;
        words.go(0);
        page.readAloud.readAgain();
    }

    // The time among the words, or the code if the time is on another part.
    chosenTime: words.shownTime ?? takeaway

    bare: page.large
    title: page.away ? qsTr("Other ways to book") : page.saving ? qsTr("Save the time in your calendar") : page.model.hasTime ? qsTr("Book this time") : qsTr("Ask for a time")
    icon: page.saving ? "calendar" : takeaway.coded ? "qr" : "desk"
    reading: true

    Item {
        anchors.left: parent.left
        width: page.beside ? page.side : parent.width
        height: page.side

        TicketCode {
            id: takeaway

            anchors.centerIn: parent
            side: page.side
            code: page.saving ? page.model.calendarQr : page.model.qr
        }
    }

    TicketParts {
        id: words

        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: page.beside ? 0 : page.side + Theme.gap
        anchors.bottom: parent.bottom
        anchors.bottomMargin: page.beside || buttons.height === 0 ? 0 : buttons.height + Theme.gap
        width: page.beside ? parent.width - page.most - Theme.margin : parent.width
        columns: page.beside && !page.large ? 2 : 1
        memory: page.parts
        name: "ticket"
        spacing: Theme.gap * (page.large ? 0.5 : 0.7)
        ticket: page.model
        printing: page.printing
        language: page.controls.language
        title: page.bare ? page.title : ""
        saving: page.saving
        folds: page.folds
        away: page.away
        printerListed: page.crowded
    }

    TicketButtons {
        id: buttons

        anchors.left: parent.left
        anchors.bottom: parent.bottom
        columns: page.beside ? 1 : 2
        room: page.beside ? page.most : page.body.width
        printing: page.printing
        language: page.controls.language
        datable: page.datable
        saving: page.saving
        folds: page.folds
        away: page.away
        printerElsewhere: page.crowded
        onAsked: what => page.ask(what)
    }
}
