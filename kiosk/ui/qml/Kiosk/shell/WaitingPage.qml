import QtQuick
import Kiosk

// Shown before there is any content: says so in a few languages, and that nobody needs to do anything. The reason
// is in small print, for whoever sets up the screen.
Rectangle {
    id: waiting

    property string reason: ""

    color: Theme.ground("ink")

    Words {
        id: why

        objectName: "reason"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        height: Math.min(implicitHeight, waiting.height * 0.3)
        visible: text !== ""
        text: waiting.reason
        language: "en"
        color: Theme.sand
        font.pixelSize: Theme.slideSmall * 0.7
        fontSizeMode: Text.VerticalFit
        minimumPixelSize: Theme.slideSmall * 0.4
        horizontalAlignment: Text.AlignHCenter
    }

    Column {
        id: words

        readonly property real room: waiting.height - 2 * Theme.margin - (why.visible ? why.height + Theme.margin : 0)

        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.margin + (words.room - words.height) / 2
        scale: Math.min(1, words.room / words.height)
        width: parent.width - 4 * Theme.margin
        spacing: Theme.margin

        Pictogram {
            anchors.horizontalCenter: parent.horizontalCenter
            icon: "clock"
            tint: Theme.sun
            size: Theme.slideTitle * 1.6
        }

        Repeater {
            model: [["sv", "Informationen hämtas. Fråga gärna i disken."], ["en", "Information is on its way. Please ask at the desk."], ["ar", "المعلومات في الطريق. يرجى السؤال في مكتب الاستقبال."], ["so", "Macluumaadku way soo socdaan. Fadlan weydii miiska."]]

            Words {
                required property var modelData

                width: parent ? parent.width : 0
                text: modelData[1]
                language: modelData[0]
                color: Theme.text("ink")
                font.pixelSize: Theme.slideBody
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }
}
