import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// How a playlist ranks among the others of its screens.
ColumnLayout {
    id: part

    required property PlaylistOptions options
    required property var words

    Layout.fillWidth: true
    spacing: 8

    Heading {
        text: part.words.besideOthers
    }

    ChoiceLine {
        name: "rank"
        label: part.words.rank
        rows: part.options.ranks
        current: part.options.rank
        onChosen: rank => part.options.setRank(rank)
    }

    ChoiceLine {
        name: "share"
        label: part.words.share
        rows: part.options.shares
        current: part.options.share
        onChosen: share => part.options.setShare(share)
    }

    StudioTick {
        id: takeover

        objectName: "takeover"
        Layout.fillWidth: true
        text: part.words.takeover
        checked: part.options.takeover
        onToggled: {
            part.options.setTakeover(takeover.checked);
            takeover.checked = Qt.binding(() => part.options.takeover);
        }
    }
}
