import QtQuick
import QtQuick.Templates as T
import Kiosk

// One of a few large choices: a pictogram, a word, and a sentence that says more.
T.AbstractButton {
    id: choice

    property string language: "sv"
    property string sign: ""
    property string note: ""
    property real textSize: Theme.lead

    implicitHeight: Math.max(Theme.target * 1.4, words.height + 2 * Theme.gap)
    Accessible.name: choice.note === "" ? choice.text : choice.text + ". " + choice.note
    Accessible.role: Accessible.Button

    background: Rectangle {
        radius: Theme.radius
        color: choice.pressed ? Theme.mist : Theme.card
        border.width: choice.visualFocus ? 3 * Theme.line : Theme.line
        border.color: choice.visualFocus ? Theme.sun : Theme.rule
    }

    contentItem: Item {
        Rectangle {
            id: badge

            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(choice.textSize * 2.2, choice.height - Theme.gap)
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
                language: choice.language
                color: Theme.quiet
            }
        }
    }
}
