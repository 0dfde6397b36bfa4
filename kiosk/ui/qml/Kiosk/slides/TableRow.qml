import QtQuick
import Kiosk

// One row of a table: what on the leading side, and when on the other side or below.
Rectangle {
    id: row

    required property string label
    required property string detail
    required property bool emphasis
    required property string language
    required property color ink
    required property color accent
    required property color ground
    required property real size
    required property bool stacked
    readonly property real inset: row.emphasis ? Theme.gap : 0
    readonly property real inner: row.width - 2 * row.inset
    readonly property color letters: row.emphasis ? row.ground : row.ink
    readonly property bool whole: when.lineCount <= row.detail.split("\n").length
    readonly property bool unbroken: what.contentWidth <= what.width && when.contentWidth <= when.width
    readonly property int lines: what.lineCount + when.lineCount

    height: (row.stacked ? what.height + when.height : Math.max(what.height, when.height)) + 0.4 * row.size
    radius: Theme.radius
    color: row.emphasis ? row.accent : "transparent"

    Words {
        id: what

        anchors.left: parent.left
        anchors.leftMargin: row.inset
        y: row.stacked ? 0.2 * row.size : (row.height - what.height) / 2
        width: row.stacked ? row.inner : row.inner - when.width - Theme.gap
        text: row.label
        wrapMode: Text.WordWrap
        language: row.language
        color: row.letters
        font.pixelSize: row.size
        font.weight: row.emphasis ? Font.DemiBold : Font.Normal
    }

    Words {
        id: when

        anchors.right: parent.right
        anchors.rightMargin: row.inset
        y: row.stacked ? row.height - when.height - 0.2 * row.size : (row.height - when.height) / 2
        width: row.stacked ? row.inner : Math.min(Math.ceil(when.implicitWidth), row.inner * 0.62)
        text: row.detail
        wrapMode: Text.WordWrap
        language: row.language
        color: row.letters
        font.pixelSize: row.size
        font.weight: Font.DemiBold
    }
}
