pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// Facts as rows: what on the leading side, when or where on the other.
Column {
    id: rows

    required property SlideCard card
    readonly property color ink: Theme.text(rows.card.tone)

    spacing: Theme.gap * 0.7

    Repeater {
        model: rows.card.rows

        Rectangle {
            id: row

            required property string label
            required property string detail
            required property bool emphasis

            width: rows.width
            height: Math.max(what.implicitHeight, when.implicitHeight) + Theme.gap
            radius: Theme.radius
            color: row.emphasis ? Theme.accent(rows.card.tone) : "transparent"

            Words {
                id: what

                anchors.left: parent.left
                anchors.leftMargin: row.emphasis ? Theme.gap : 0
                anchors.right: when.left
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                text: row.label
                language: rows.card.language
                color: row.emphasis ? Theme.ground(rows.card.tone) : rows.ink
                font.pixelSize: Theme.slideBody * 0.92
                font.weight: row.emphasis ? Font.DemiBold : Font.Normal
            }

            Words {
                id: when

                anchors.right: parent.right
                anchors.rightMargin: row.emphasis ? Theme.gap : 0
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, rows.width * 0.62)
                text: row.detail
                language: rows.card.language
                color: row.emphasis ? Theme.ground(rows.card.tone) : rows.ink
                font.pixelSize: Theme.slideBody * 0.92
                font.weight: Font.DemiBold
            }
        }
    }
}
