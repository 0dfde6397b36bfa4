import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// Closes an office on some days.
PageFrame {
    id: page

    required property StudioModel studio
    readonly property var words: page.studio.words

    title: page.words.closedTitle
    backText: page.words.back
    mainText: page.words.publishNow
    note: page.words.closedNote
    ready: !page.studio.busy && offices.current !== ""
    onDone: {
        if (page.studio.quick.publishClosed(offices.current, first.text, last.text))
            page.back();
    }

    ColumnLayout {
        width: Math.min(parent.width, 640)
        spacing: 12

        Heading {
            text: page.words.office
        }

        ChoiceList {
            id: offices

            objectName: "offices"
            Layout.fillWidth: true
            rows: page.studio.home.offices
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Style.gap

            TextLine {
                id: first

                objectName: "first"
                label: page.words.from + " (" + page.words.dayForm + ")"
                Component.onCompleted: first.text = page.studio.todayText  // only once, to keep what is typed
            }

            TextLine {
                id: last

                objectName: "last"
                label: page.words.until + " (" + page.words.dayForm + ")"
                Component.onCompleted: last.text = page.studio.todayText
            }
        }
    }
}
