pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Model
import Studio

// Conflicting changes by two people: one side of each has to be chosen before anything is published.
PageFrame {
    id: page

    required property StudioModel studio
    readonly property ConflictModel conflicts: page.studio.conflicts
    readonly property var words: page.studio.words

    title: page.words.conflictsTitle
    backText: page.words.back
    mainText: page.words.keepAndPublish
    note: page.words.conflictsNote
    ready: !page.studio.busy && page.conflicts.ready
    onDone: {
        page.conflicts.publish();
        page.back();
    }

    ScrollView {
        id: scroll

        anchors.fill: parent
        contentWidth: availableWidth

        ColumnLayout {
            width: scroll.availableWidth
            spacing: Style.gap

            Repeater {
                model: page.conflicts.rows

                ConflictCard {
                    id: card

                    required property int index

                    objectName: "conflict/" + card.index
                    words: page.words
                    kept: page.conflicts.kept[card.index] ?? ""
                    onKeep: side => page.conflicts.keep(card.index, side)
                }
            }
        }
    }
}
