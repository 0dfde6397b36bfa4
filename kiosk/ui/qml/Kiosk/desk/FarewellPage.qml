pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// Asks how it went: five faces, one touch, then perhaps another question. Visitors who do not answer are not delayed.
PageFrame {
    id: page

    required property FarewellPageModel model
    readonly property list<string> answers: [qsTr("Very bad"), qsTr("Bad"), qsTr("So-so"), qsTr("Good"), qsTr("Very good")]
    readonly property real cell: Math.min((page.body.width - 4 * Theme.gap) / 5, 34 * Theme.unit, Math.max(Theme.target, 0.55 * page.body.height))
    readonly property bool questioned: page.model.question !== "" && !page.model.answered

    title: page.questioned ? page.model.question : page.model.face > 0 ? qsTr("Thank you!") : qsTr("How good was the help you got?")
    titleLanguage: page.questioned ? page.model.questionLanguage : page.controls.language
    tag: page.questioned ? page.model.questionTag : ""
    note: page.questioned ? promise.text : ""
    noteLanguage: page.controls.language
    icon: "star"

    QuestionAnswers {
        anchors.fill: parent
        visible: page.model.question !== ""
        model: page.model
        memory: page.parts
    }

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: page.model.question === ""
        spacing: Theme.gap * 1.5

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

            width: parent.width
            text: qsTr("Nobody can see who answered.")
            language: page.controls.language
            color: Theme.quiet
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
