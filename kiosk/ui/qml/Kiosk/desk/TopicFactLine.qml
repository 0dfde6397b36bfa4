import QtQuick
import Kiosk

// One line about a topic with its pictogram; the first of what to bring and of what help there is has a heading.
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
    readonly property bool listed: line.kind === "bring" || line.kind === "help"
    readonly property bool large: !line.listed && !line.dear
    readonly property real textSize: line.large ? Theme.lead : Theme.body

    // The pictogram, and what one hears where there is no heading.
    readonly property var kinds: ({
            "bring": ["document", ""],
            "cost": ["free", qsTr("Cost")],
            "duration": ["clock", qsTr("Time")],
            "help": ["check", ""]
        })

    readonly property bool dear: Theme.textScale > 1.5
    readonly property string said: line.dear && line.joined !== "" ? line.joined : line.text

    visible: !(line.dear && line.isJoined)
    spacing: Theme.gap * (line.dear ? 0.2 : 0.5)
    topPadding: line.listed && line.leads && !line.dear ? Theme.gap * 0.4 : 0

    Words {
        width: line.width
        visible: line.listed && line.leads
        text: line.kind === "bring" ? qsTr("Bring with you") : qsTr("We help you to")
        language: line.readerLanguage
        font.pixelSize: line.dear ? Theme.body : Theme.lead
        font.weight: Font.Bold
        Accessible.role: Accessible.Heading
    }

    Item {
        width: line.width
        height: words.height

        Pictogram {
            id: mark

            anchors.left: parent.left
            y: (line.textSize * 1.36 - mark.height) / 2
            icon: line.kinds[line.kind][0]
            tint: Theme.sea
            size: Theme.body * (line.large ? 1.5 : 1)
        }

        Column {
            id: words

            anchors.left: mark.right
            anchors.leftMargin: Theme.gap * (line.large ? 1 : 0.6)
            anchors.right: parent.right

            Words {
                readonly property string label: line.kinds[line.kind][1]

                width: parent.width
                text: line.said
                language: line.language
                font.pixelSize: line.textSize
                font.weight: line.listed ? Font.Normal : Font.DemiBold
                lineHeight: line.dear ? 0.9 : 1
                Accessible.name: label === "" ? line.said : label + ": " + line.said
            }

            Tag {
                text: line.tag
                language: line.language
            }
        }
    }
}
