import QtQuick
import Kiosk

// One of a few large choices: a pictogram, a word, and a sentence that says more.
Pressable {
    id: choice

    property string sign: ""
    property string note: ""
    property string tag: ""
    property string noteLanguage: choice.language
    property string noteTag: ""
    readonly property string told: choice.tag || (choice.note === "" ? "" : choice.noteTag)
    property real textSize: Theme.lead

    implicitHeight: Math.max(Theme.target * 1.2, words.height + 1.4 * Theme.gap)
    Accessible.name: [choice.text, choice.note, choice.told].filter(each => each !== "").join(". ")

    contentItem: Item {
        Rectangle {
            id: badge

            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            visible: choice.sign !== ""
            width: Math.min(choice.textSize * 2.2, choice.height - Theme.gap, choice.width * 0.22)
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

            anchors.left: badge.visible ? badge.right : parent.left
            anchors.leftMargin: Theme.gap
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter

            Words {
                width: parent.width
                text: choice.text
                language: choice.language
                font.pixelSize: choice.textSize
                font.weight: Font.DemiBold
            }

            Words {
                width: parent.width
                visible: choice.note !== ""
                text: choice.note
                language: choice.noteLanguage
                color: Theme.quiet
            }

            Tag {
                text: choice.told
                language: choice.tag ? choice.language : choice.noteLanguage
            }
        }
    }
}
