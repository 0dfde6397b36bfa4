import QtQuick
import Kiosk

// Before there is any content: says so in a few languages, and that nobody needs to do anything.
Rectangle {
    id: waiting

    color: Theme.ink

    Column {
        anchors.centerIn: parent
        width: parent.width - 4 * Theme.margin
        spacing: Theme.margin

        Pictogram {
            anchors.horizontalCenter: parent.horizontalCenter
            icon: "clock"
            tint: Theme.sun
            size: Theme.slideTitle * 1.6
        }

        Repeater {
            model: waiting.visible ? [["sv", "Informationen hämtas. Fråga gärna i disken."], ["en", "Information is on its way. Please ask at the desk."], ["ar", "المعلومات في الطريق. يرجى السؤال في مكتب الاستقبال."], ["so", "Macluumaadku way soo socdaan. Fadlan weydii miiska."]] : []

            Words {
                required property var modelData

                width: parent ? parent.width : 0
                text: modelData[1]
                language: modelData[0]
                color: Theme.paper
                font.pixelSize: Theme.slideBody
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }
}
