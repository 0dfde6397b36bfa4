import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// Asks whether there are screens to join, or none yet.
ColumnLayout {
    id: page

    required property StartModel model
    readonly property var words: page.model.words

    spacing: Style.gap

    Heading {
        Layout.margins: Style.margin
        large: true
        text: page.words.welcome
    }

    ActionCard {
        objectName: "join"
        Layout.leftMargin: Style.margin
        Layout.rightMargin: Style.margin
        text: page.words.join
        hint: page.words.joinHint
        focus: true
        onClicked: page.model.show("join")
    }

    ActionCard {
        objectName: "begin"
        Layout.leftMargin: Style.margin
        Layout.rightMargin: Style.margin
        text: page.words.begin
        hint: page.words.beginHint
        onClicked: page.model.show("begin")
    }

    Item {
        Layout.fillHeight: true
    }
}
