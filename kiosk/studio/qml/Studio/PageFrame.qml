import QtQuick
import QtQuick.Layouts
import Studio

// A page with its title, a back button, and its main action.
Item {
    id: page

    required property string title
    required property string backText
    required property string mainText
    property bool ready: true
    property Item first: null  // what the first Tab focuses, if not the back button
    property alias note: note.text
    default property alias content: middle.data

    signal back
    signal done

    Keys.onEscapePressed: page.back()
    KeyNavigation.tab: page.first

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Style.margin
        spacing: Style.gap

        RowLayout {
            Layout.fillWidth: true
            spacing: Style.gap

            StudioButton {
                objectName: "back"
                text: "‹ " + page.backText
                onClicked: page.back()
            }

            Heading {
                Layout.fillWidth: true
                large: true
                text: page.title
            }
        }

        Item {
            id: middle

            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Style.gap

            Text {
                id: note

                Layout.fillWidth: true
                color: Style.quiet
                font.pixelSize: Style.small
                wrapMode: Text.Wrap
            }

            StudioButton {
                objectName: "main"
                main: true
                visible: page.mainText !== ""
                text: page.mainText
                enabled: page.ready
                onClicked: page.done()
            }
        }
    }
}
