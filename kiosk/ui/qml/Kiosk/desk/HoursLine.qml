import QtQuick
import Kiosk

// The opening hours of some days of the coming week; the first line has a heading.
Column {
    id: line

    required property int index
    required property string label
    required property string detail
    required property bool emphasis
    required property string language
    property string heading: ""
    readonly property bool beside: day.implicitWidth + open.implicitWidth + Theme.gap < line.width

    spacing: Theme.gap * 0.5

    Words {
        width: line.width
        visible: line.index === 0
        text: line.heading
        language: line.language
        font.pixelSize: Theme.lead
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
    }

    Item {
        width: line.width
        height: line.beside ? Math.max(day.height, open.height) : day.height + open.height

        Words {
            id: day

            anchors.left: parent.left
            width: line.beside ? implicitWidth : line.width
            text: line.label
            language: line.language
            font.weight: line.emphasis ? Font.DemiBold : Font.Normal
        }

        Words {
            id: open

            anchors.right: parent.right
            y: line.beside ? 0 : day.height
            width: line.beside ? implicitWidth : line.width
            text: line.detail
            language: line.language
            font.weight: line.emphasis ? Font.DemiBold : Font.Normal
        }
    }
}
