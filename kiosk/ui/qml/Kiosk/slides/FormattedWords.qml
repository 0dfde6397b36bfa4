pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Headings, paragraphs and lists, one below the other, scaled down together until they fit.
Column {
    id: words

    required property string language
    required property var paragraphs
    required property string tone
    required property real body
    required property real room
    property real scaleDown: 1

    // Runs before the first frame: text never changes its size while it is visible.
    function fit(): void {
        words.forceLayout();
        while (words.room > 0 && words.implicitHeight > words.room && words.body * words.scaleDown > 2.2 * Theme.unit) {
            words.scaleDown *= 0.92;
            words.forceLayout();
        }
    }

    function factor(style: string): real {
        return style === "title" ? 1.6 : style === "heading" ? 1.2 : 1;
    }

    spacing: words.body * words.scaleDown * 0.45
    onImplicitHeightChanged: Qt.callLater(words.fit)
    onRoomChanged: Qt.callLater(words.fit)
    Component.onCompleted: words.fit()

    Repeater {
        model: words.paragraphs

        Item {
            id: paragraph

            required property string style
            required property string text
            required property string mark
            readonly property bool listed: paragraph.style === "item" || paragraph.style === "number"
            readonly property real size: words.body * words.scaleDown * words.factor(paragraph.style)

            width: words.width
            height: text.implicitHeight

            Words {
                id: point

                anchors.left: parent.left
                visible: paragraph.listed
                text: paragraph.style === "number" ? paragraph.mark : "•"
                language: words.language
                color: Theme.accent(words.tone)
                font.pixelSize: paragraph.size
                font.weight: Font.Bold
            }

            Words {
                id: text

                anchors.left: parent.left
                anchors.leftMargin: paragraph.listed ? paragraph.size * 1.3 : 0
                anchors.right: parent.right
                text: paragraph.text
                textFormat: Text.StyledText
                language: words.language
                color: Theme.text(words.tone)
                font.pixelSize: paragraph.size
                font.weight: paragraph.style === "title" || paragraph.style === "heading" ? Font.Bold : Font.Normal
            }
        }
    }
}
