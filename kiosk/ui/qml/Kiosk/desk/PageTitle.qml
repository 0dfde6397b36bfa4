import QtQuick
import Kiosk

// What this page asks or tells, with a pictogram and, below it, one sentence.
Item {
    id: title

    required property string language
    property string text: ""
    property string note: ""
    property string icon: ""
    property string tag: ""
    property string noteLanguage: title.language

    // Not whether the badge is visible: it is not while the whole title is hidden, whose height must not depend on that.
    readonly property bool marked: title.icon !== ""

    implicitHeight: Math.max(title.marked ? badge.height : 0, words.height)
    height: title.implicitHeight

    Rectangle {
        id: badge

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        visible: title.marked
        width: Theme.plain * 3.2
        height: badge.width
        radius: badge.width / 2
        color: Theme.sea

        Pictogram {
            anchors.centerIn: parent
            icon: title.icon
            tint: Theme.paper
            size: badge.width * 0.62
        }
    }

    Column {
        id: words

        anchors.left: title.marked ? badge.right : parent.left
        anchors.leftMargin: title.marked ? Theme.gap : 0
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter

        Words {
            width: parent.width
            text: title.text
            language: title.language
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
            Accessible.name: title.text
        }

        Words {
            width: parent.width
            visible: title.note !== ""
            text: title.note
            language: title.noteLanguage
            color: Theme.quiet
        }

        Tag {
            text: title.tag
            language: title.language
        }
    }
}
