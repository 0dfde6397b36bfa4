import QtQuick
import Kiosk

// A row of a board: when and what, below the day if it is the first row of that day. A detail that needs more room
// than a time is below its label.
Item {
    id: row

    required property string label
    required property string detail
    required property bool emphasis
    required property string group
    required property string language
    required property string tone
    required property real size

    // The width of the times, so that all rows are aligned; 0 for a board with its details at the far side.
    required property real timeWidth

    // Words in live data may be wider than a line; those in the feed are checked.
    property bool breaks: false

    // News: a title, and a line about it below.
    property bool news: false
    readonly property real inset: row.emphasis ? Theme.gap : 0
    readonly property real inner: row.width - 2 * row.inset
    readonly property bool stacked: row.news || when.implicitWidth > row.inner * 0.5
    readonly property bool leading: row.timeWidth > 0 && !row.stacked
    readonly property bool wide: what.contentWidth > what.width || when.contentWidth > when.width
    readonly property real timeNeeded: row.stacked ? 0 : when.implicitWidth
    readonly property real above: day.visible ? day.height : 0
    readonly property color ink: row.emphasis ? Theme.ground(row.tone) : Theme.text(row.tone)

    height: row.above + (row.stacked ? what.height + (row.detail === "" ? 0 : when.height) : Math.max(what.height, when.height))

    Words {
        id: day

        width: row.width
        visible: row.group !== ""
        text: row.group
        language: row.language
        color: Theme.accent(row.tone)
        font.pixelSize: Math.max(Theme.slideSmall, 0.8 * row.size)
        font.weight: Font.DemiBold
        wrapMode: Text.WordWrap
    }

    Rectangle {
        anchors.fill: parent
        anchors.topMargin: row.above
        visible: row.emphasis
        radius: Theme.radius
        color: Theme.accent(row.tone)
    }

    Words {
        id: what

        anchors.left: parent.left
        anchors.leftMargin: row.inset + (row.leading ? row.timeWidth + 0.5 * row.size : 0)
        y: row.above + (row.stacked ? 0 : (row.height - row.above - what.height) / 2)
        width: row.stacked ? row.inner : row.leading ? row.inner - row.timeWidth - 0.5 * row.size : row.inner - Math.ceil(when.implicitWidth) - Theme.gap
        text: row.label
        language: row.language
        color: row.ink
        font.pixelSize: row.size
        font.weight: row.news ? Font.Bold : row.emphasis ? Font.DemiBold : Font.Normal
        lineHeight: 0.9
        wrapMode: row.breaks ? Text.Wrap : Text.WordWrap
    }

    Words {
        id: when

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: row.inset
        anchors.rightMargin: row.inset
        y: row.stacked ? row.height - when.height : row.above + (row.height - row.above - when.height) / 2
        horizontalAlignment: row.leading || row.stacked ? Text.AlignLeft : Text.AlignRight
        visible: row.detail !== ""
        text: row.detail
        language: row.language
        color: row.leading && !row.emphasis ? Theme.accent(row.tone) : row.ink
        font.pixelSize: row.news ? Math.max(Theme.slideSmall, 0.8 * row.size) : row.size
        font.weight: row.news ? Font.Normal : Font.Bold
        lineHeight: row.news ? 1 : 0.9
        wrapMode: row.breaks ? Text.Wrap : Text.WordWrap
    }
}
