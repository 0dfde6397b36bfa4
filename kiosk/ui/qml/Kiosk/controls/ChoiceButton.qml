import QtQuick
import Kiosk

// One of a few large choices: a pictogram, a title, and a sentence with details; an arrow shows that it opens a page.
Pressable {
    id: choice

    property string sign: ""
    property string note: ""
    property string tag: ""
    property string noteLanguage: choice.language
    property string noteTag: ""
    readonly property string languageTag: choice.tag || (choice.note === "" ? "" : choice.noteTag)
    property real textSize: Theme.lead

    // Whether it has been touched once, to be read aloud; another touch opens it.
    property bool chosen: false

    fill: choice.chosen ? Theme.sun : Theme.card
    edge: choice.chosen ? Theme.ink : Theme.rule
    implicitHeight: Math.max(Theme.target * 1.2, words.height + 0.8 * Theme.gap)
    Accessible.name: [choice.text, choice.note, choice.languageTag].filter(each => each !== "").join(". ")

    contentItem: Item {
        Rectangle {
            id: badge

            anchors.left: parent.left
            anchors.leftMargin: Theme.gap * 0.6
            anchors.verticalCenter: parent.verticalCenter
            visible: choice.sign !== ""
            width: choice.sign === "" ? 0 : Math.min(choice.textSize * (Theme.textScale > 1.5 ? 1.3 : 1.7), choice.height - Theme.gap * 0.6, choice.width * 0.2)
            height: badge.width
            radius: badge.width / 2
            color: Theme.mist

            Pictogram {
                anchors.centerIn: parent
                icon: choice.sign
                tint: Theme.sea
                size: badge.width * 0.62
            }
        }

        Column {
            id: words

            anchors.left: badge.right
            anchors.leftMargin: Theme.gap * 0.8
            anchors.verticalCenter: parent.verticalCenter
            width: choice.width - badge.width - arrow.width - 2.4 * Theme.gap

            Words {
                width: parent.width
                text: choice.text
                language: choice.language
                color: choice.chosen ? Theme.sunInk : Theme.ink
                font.pixelSize: widest.sizeFor(words.width)
                font.weight: Font.DemiBold
            }

            Words {
                width: parent.width
                visible: choice.note !== ""
                text: choice.note
                language: choice.noteLanguage
                color: choice.chosen ? Theme.sunInk : Theme.quiet
                font.pixelSize: widestNoted.sizeFor(words.width)
            }

            Tag {
                text: choice.languageTag
                language: choice.tag ? choice.language : choice.noteLanguage
            }
        }

        Pictogram {
            id: arrow

            anchors.right: parent.right
            anchors.rightMargin: Theme.gap * 0.6
            anchors.verticalCenter: parent.verticalCenter
            icon: "arrow"
            mirror: choice.mirrored
            tint: Theme.sea
            size: Theme.plain
        }

        WidestWord {
            id: widest

            of: choice.text
            language: choice.language
            font.pixelSize: choice.textSize
            font.weight: Font.DemiBold
        }

        WidestWord {
            id: widestNoted

            of: choice.note
            language: choice.noteLanguage
        }
    }
}
