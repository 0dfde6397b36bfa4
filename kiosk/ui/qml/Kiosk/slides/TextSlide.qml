pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Formatted text in one language, or in several side by side; on a portrait screen, one below the other.
SlideBody {
    id: slide

    readonly property int count: columns.count
    readonly property int across: slide.count < 2 ? 1 : Theme.portrait ? 1 : slide.count === 4 ? 2 : slide.count
    readonly property int down: Math.ceil(slide.count / slide.across)
    readonly property real roomWidth: (slide.width - 2 * Theme.margin - (slide.across - 1) * Theme.margin) / slide.across
    readonly property real roomHeight: (slide.height - 2 * Theme.margin - (slide.down - 1) * Theme.gap) / slide.down

    Grid {
        anchors.centerIn: parent
        columns: slide.across
        columnSpacing: Theme.margin
        rowSpacing: Theme.gap

        Repeater {
            id: columns

            model: slide.card.columns

            Item {
                id: column

                required property string language
                required property bool rtl
                required property var paragraphs

                width: slide.roomWidth
                height: slide.roomHeight
                LayoutMirroring.enabled: column.rtl
                LayoutMirroring.childrenInherit: true

                FormattedWords {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width
                    room: parent.height
                    language: column.language
                    paragraphs: column.paragraphs
                    tone: slide.card.tone
                    body: slide.count > 1 ? Theme.slideBody * 0.85 : Theme.slideBody
                }
            }
        }
    }
}
