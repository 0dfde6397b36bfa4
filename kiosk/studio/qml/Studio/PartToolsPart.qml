import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// Where a part of the feed is used, its short name, and the button to remove it.
ColumnLayout {
    id: part

    required property PartTools tools
    required property var words
    property bool removable: true  // false if the page has its own button for it

    Layout.fillWidth: true
    spacing: 8

    Heading {
        Layout.fillWidth: true
        text: part.words.tools
    }

    Text {
        objectName: "usedText"
        Layout.fillWidth: true
        text: part.tools.usedText
        textFormat: Text.PlainText
        color: Style.ink
        font.pixelSize: Style.text
        wrapMode: Text.Wrap
    }

    TextLine {
        id: name

        readonly property string key: part.tools.key

        objectName: "shortName"
        Layout.maximumWidth: 480
        label: part.words.shortName
        onKeyChanged: name.text = name.key
        Component.onCompleted: name.text = name.key
    }

    Text {
        Layout.fillWidth: true
        text: part.tools.renameNote
        color: Style.quiet
        font.pixelSize: Style.small
        wrapMode: Text.Wrap
    }

    Flow {
        Layout.fillWidth: true
        spacing: 12

        StudioButton {
            objectName: "rename"
            enabled: name.text !== "" && name.text !== part.tools.key
            text: part.words.rename
            onClicked: {
                if (!part.tools.rename(name.text))
                    name.text = part.tools.key;
            }
        }

        StudioButton {
            objectName: "removePart"
            visible: part.removable
            isWarning: true
            text: part.words.removePart
            onClicked: ask.open()
        }
    }

    AskDialog {
        id: ask

        objectName: "askRemove"
        question: part.words.removeAsk
        detail: ask.visible ? part.tools.usedText + "\n" + part.tools.removalText : ""  // only then: it takes time
        yes: part.words.removeYes
        no: part.words.cancel
        isRemoval: true
        onAgreed: part.tools.remove()
    }
}
