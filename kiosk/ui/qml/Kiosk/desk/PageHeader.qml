pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The poster of a page: its question or statement, above everything that can be touched. Where the upper part of the
// screen is out of reach, it is taller and also names the office.
Rectangle {
    id: header

    required property OfficeStatusModel office
    required property string language
    property real least: 0
    property string text: ""
    property string note: ""
    property string icon: ""
    property string tag: ""

    // When the times below were last updated, shown beside the office.
    property string updated: ""
    property string noteLanguage: header.language
    property string officeLanguage: header.language
    default property alias extra: below.data
    readonly property bool titled: header.text !== ""
    readonly property real content: header.titled ? Math.max(badge.height, words.height) + (below.height > 0 ? below.height + Theme.gap : 0) + 2 * Theme.gap : 0
    readonly property bool roomy: status.active && header.least > header.content + status.height + Theme.gap

    implicitHeight: Math.max(header.content, header.least)
    visible: header.implicitHeight > 0
    color: Theme.night
    border.width: Theme.contrast ? Theme.line : 0
    border.color: Theme.rule

    // Extends to the edges of the screen while the page is moving, too.
    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: -Theme.turnFrom
        anchors.rightMargin: -Theme.turnFrom
        visible: !Theme.contrast
        color: header.color
    }

    Loader {
        id: status

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.margin * 0.8
        anchors.topMargin: Theme.gap * 1.5
        active: header.least > header.content
        visible: header.roomy
        sourceComponent: HeaderStatus {
            office: header.office
            updated: header.updated
            language: header.officeLanguage
        }
    }

    Item {
        id: title

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.margin * 0.8
        anchors.bottom: parent.bottom
        anchors.bottomMargin: header.roomy ? Theme.gap * 1.5 : Theme.gap
        height: header.content - 2 * Theme.gap
        visible: header.titled

        Rectangle {
            id: badge

            anchors.left: parent.left
            y: (Math.max(badge.height, words.height) - badge.height) / 2
            visible: header.icon !== ""
            width: Theme.plain * (header.icon === "" ? 0 : 2.8)
            height: badge.width
            radius: badge.width / 2
            color: Theme.sun

            Pictogram {
                anchors.centerIn: parent
                icon: header.icon
                tint: Theme.sunInk
                size: badge.width * 0.62
            }
        }

        WidestWord {
            id: widest

            of: header.text
            language: header.language
            font.pixelSize: Theme.title
            font.weight: Font.Bold
        }

        Column {
            id: words

            anchors.left: badge.right
            anchors.leftMargin: header.icon === "" ? 0 : Theme.gap
            width: header.width - 1.6 * Theme.margin - badge.width - anchors.leftMargin
            y: (Math.max(badge.height, words.height) - words.height) / 2

            Words {
                width: parent.width
                text: header.text
                language: header.language
                color: Theme.nightInk
                font.pixelSize: widest.sizeFor(words.width)
                font.weight: Font.Bold
                lineHeight: 0.95
                Accessible.role: Accessible.Heading
                Accessible.name: header.text
            }

            Words {
                width: parent.width
                visible: header.note !== ""
                text: header.note
                language: header.noteLanguage
                color: Theme.nightInk
            }

            Tag {
                text: header.tag
                language: header.language
            }
        }

        Item {
            id: below

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            height: childrenRect.height
        }
    }
}
