pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// How did it go? Five faces, one touch; whoever does not answer is not held up.
Item {
    id: page

    required property FarewellPageModel model
    required property DeskControls controls
    required property PageParts parts
    readonly property list<string> answers: [qsTr("Very bad"), qsTr("Bad"), qsTr("So-so"), qsTr("Good"), qsTr("Very good")]
    readonly property real cell: Math.min((page.width - 4 * Theme.gap) / 5, 34 * Theme.unit, Math.max(Theme.target, 0.45 * page.height))

    Scroller {
        anchors.fill: parent
        memory: page.parts
        name: "farewell"
        spacing: Theme.gap * 1.5

        Item {
            width: page.width
            height: Math.max(0, (page.height - question.height - faces.height - promise.height) / 2 - 2 * Theme.margin)
        }

        Words {
            id: question

            width: page.width
            text: page.model.face > 0 ? qsTr("Thank you!") : qsTr("How good was the help you got?")
            language: page.controls.language
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.Heading
        }

        Row {
            id: faces

            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gap

            Repeater {
                model: page.answers

                Pressable {
                    id: face

                    required property int index
                    required property string modelData

                    objectName: "face-" + (face.index + 1)
                    width: page.cell
                    height: Math.max(page.cell, Theme.target)
                    fill: page.model.face === face.index + 1 ? Theme.sun : Theme.card
                    opacity: page.model.face > 0 && page.model.face !== face.index + 1 ? 0.25 : 1
                    language: page.controls.language
                    Accessible.name: face.modelData
                    onClicked: page.model.rate(face.index + 1)

                    contentItem: Item {
                        Pictogram {
                            anchors.centerIn: parent
                            icon: "face-" + (face.index + 1)
                            tint: page.model.face === face.index + 1 ? Theme.sunInk : Theme.ink
                            size: face.width * 0.66
                        }
                    }
                }
            }
        }

        Words {
            id: promise

            width: page.width
            text: qsTr("Nobody can see who answered.")
            language: page.controls.language
            color: Theme.quiet
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
