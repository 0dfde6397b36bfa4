import QtQuick
import Kiosk

// One line about a topic with its pictogram; the first line on what to bring and on the help offered has a heading.
Column {
    id: line

    required property string kind
    required property bool leads
    required property string text
    required property string language
    required property string tag
    required property string joined
    required property bool isJoined
    property string readerLanguage: line.language

    // How much closer it is to the previous line than other blocks of the page are, unless it has a heading.
    property real closeness: 0
    readonly property bool listed: line.kind === "bring" || line.kind === "help"
    readonly property bool large: !line.listed && !line.tight
    readonly property real textSize: line.large ? Theme.lead : Theme.body
    readonly property bool tight: Theme.textScale > 1.5

    // Whether cost and duration share a line: landscape screens, and all screens with the largest text, lack height.
    readonly property bool joins: line.tight || !Theme.portrait
    readonly property string shownText: line.joins && line.joined !== "" ? line.joined : line.text

    function pictogram(): string {
        switch (line.kind) {
        case "bring":
            return "document";
        case "cost":
            return "free";
        case "duration":
            return "clock";
        default:
            return "check";
        }
    }

    // What a screen reader says in place of a heading.
    function label(): string {
        return line.kind === "cost" ? qsTr("Cost") : line.kind === "duration" ? qsTr("Time") : "";
    }

    visible: !(line.joins && line.isJoined)
    spacing: Theme.gap * (line.tight ? 0.2 : 0.5)
    topPadding: !line.listed || !line.leads ? -line.closeness : line.tight ? 0 : Theme.gap * 0.4

    Words {
        width: line.width
        visible: text !== ""
        text: !line.leads || !line.listed ? "" : line.kind === "bring" ? qsTr("Bring with you") : qsTr("We help you to")
        language: line.readerLanguage
        font.pixelSize: line.tight ? Theme.body : Theme.lead
        font.weight: Font.Bold
        Accessible.role: Accessible.Heading
    }

    Item {
        width: line.width
        height: words.height + foreign.height

        Pictogram {
            id: mark

            anchors.left: parent.left
            y: (line.textSize * 1.36 - mark.height) / 2
            icon: line.pictogram()
            tint: Theme.sea
            size: Theme.body * (line.large ? 1.5 : 1)
        }

        Words {
            id: words

            anchors.left: mark.right
            anchors.leftMargin: Theme.gap * (line.large ? 1 : 0.6)
            width: line.width - mark.width - anchors.leftMargin
            text: line.shownText
            language: line.language
            font.pixelSize: line.textSize
            font.weight: line.listed ? Font.Normal : Font.DemiBold
            lineHeight: line.tight ? 0.9 : 1
            Accessible.name: line.label() === "" ? line.shownText : line.label() + ": " + line.shownText
        }

        Tag {
            id: foreign

            anchors.left: words.left
            anchors.top: words.bottom
            text: line.tag
            language: line.language
        }
    }
}
