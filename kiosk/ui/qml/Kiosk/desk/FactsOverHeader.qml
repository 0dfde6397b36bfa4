pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The facts about a topic with large text, in separate parts. They cover the header too, since nothing in it can be
// touched, and have the topic's title above them.
Item {
    id: facts

    required property HelpPageModel model
    required property PageParts memory
    required property string language
    required property bool large
    required property real headerHeight

    // The parts before these on the page.
    property Parts before: null
    readonly property alias parts: parts
    readonly property alias count: lines.count

    Words {
        id: about

        y: -facts.headerHeight - Theme.gap * (Theme.portrait ? 1 : 1.2)
        width: facts.width
        visible: parts.active
        text: facts.model.title
        language: facts.model.titleLanguage
        color: Theme.quiet
        font.pixelSize: Theme.plain
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 0.7 * Theme.plain
        wrapMode: Text.NoWrap
        Accessible.role: Accessible.Heading
        Accessible.name: facts.model.title
    }

    Parts {
        id: parts

        anchors.fill: parent
        anchors.topMargin: about.y + about.height
        anchors.bottomMargin: -Theme.gap
        memory: facts.memory
        name: "help"
        before: facts.before
        columns: Theme.portrait || Theme.textScale > 1.5 ? 1 : 2
        spacing: Theme.gap * 0.4

        Repeater {
            id: lines

            model: facts.large ? facts.model.facts : null

            TopicFactLine {
                width: parts.columnWidth
                readerLanguage: facts.language
            }
        }
    }
}
