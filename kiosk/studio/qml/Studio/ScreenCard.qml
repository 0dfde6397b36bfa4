import QtQuick
import QtQuick.Layouts
import Studio

// One screen: its current picture, whether it is well, and what comes next.
Rectangle {
    id: card

    required property string key
    required property string title
    required property string office
    required property string nowText
    required property string nextText
    required property bool fine
    required property string reason
    required property string picture
    required property bool portrait
    required property bool fromWall
    required property string follows
    required property var words

    implicitWidth: 294
    implicitHeight: card.fromWall ? 326 : 304
    radius: Style.radius
    color: Style.card
    border.width: card.fine ? 1 : 3
    border.color: card.fine ? Style.rule : Style.berry
    Accessible.role: Accessible.Grouping
    Accessible.name: card.title + ", " + (card.fine ? card.words.fine : card.reason) + (card.follows ? ", " + card.follows : "")

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 12
        spacing: 6

        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: 158
            color: Style.paper
            radius: 4
            clip: true

            Image {
                anchors.fill: parent
                fillMode: Image.PreserveAspectFit
                source: card.picture
                cache: false
                smooth: true
                mipmap: true
            }

            Text {
                anchors.centerIn: parent
                visible: card.picture === ""
                text: card.fine ? card.words.drawing : card.reason
                color: Style.quiet
                font.pixelSize: Style.small
            }
        }

        Text {
            objectName: "fromWall/" + card.key
            Layout.fillWidth: true
            visible: card.fromWall
            text: card.words.fromWall
            color: Style.quiet
            font.pixelSize: Style.small
            elide: Text.ElideRight
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: 8

            Rectangle {
                implicitWidth: 14
                implicitHeight: 14
                radius: card.fine ? 7 : 2
                color: card.fine ? Style.leaf : Style.berry
            }

            Text {
                Layout.fillWidth: true
                text: card.title
                color: Style.ink
                font.pixelSize: Style.text
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
            }
        }

        Text {
            objectName: "follows/" + card.key
            Layout.fillWidth: true
            visible: card.follows !== ""
            text: card.follows
            color: Style.ink
            font.pixelSize: Style.small
            elide: Text.ElideRight
        }

        Text {
            Layout.fillWidth: true
            text: card.fine ? card.words.now + ": " + card.nowText : card.reason
            color: card.fine ? Style.ink : Style.berry
            font.pixelSize: Style.small
            elide: Text.ElideRight
            maximumLineCount: card.fine ? 1 : 3
            wrapMode: card.fine ? Text.NoWrap : Text.Wrap
        }

        Text {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: card.nextText ? card.words.next + " " + card.nextText : ""
            color: Style.quiet
            font.pixelSize: Style.small
            wrapMode: Text.Wrap
            elide: Text.ElideRight
        }
    }
}
