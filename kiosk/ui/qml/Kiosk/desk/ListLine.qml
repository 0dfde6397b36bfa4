import QtQuick
import Kiosk

// One line of a list with its pictogram, the first one below the heading of the list.
Column {
    id: line

    required property int index
    required property string text
    required property string language
    required property string tag
    property string heading: ""
    property string headingLanguage: line.language
    property string icon: "check"

    spacing: Theme.gap * 0.5
    topPadding: line.index === 0 ? Theme.gap * 0.4 : 0

    Words {
        width: line.width
        visible: line.index === 0
        text: line.heading
        language: line.headingLanguage
        font.pixelSize: Theme.lead
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
    }

    Item {
        width: line.width
        height: words.height

        Pictogram {
            id: mark

            anchors.left: parent.left
            y: (Theme.body * 1.36 - mark.height) / 2
            icon: line.icon
            tint: Theme.sea
            size: Theme.body
        }

        Column {
            id: words

            anchors.left: mark.right
            anchors.leftMargin: Theme.gap * 0.6
            anchors.right: parent.right

            Words {
                width: parent.width
                text: line.text
                language: line.language
            }

            Tag {
                text: line.tag
                language: line.language
            }
        }
    }
}
