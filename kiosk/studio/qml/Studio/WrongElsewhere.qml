import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// Problems in parts of a file that its form does not show, and the button that fixes them.
ColumnLayout {
    id: wrong

    required property PartForm part

    Layout.fillWidth: true
    visible: wrong.part.wrongElsewhere !== ""
    spacing: 4

    Text {
        objectName: "wrongElsewhere"
        Layout.fillWidth: true
        text: wrong.part.wrongElsewhere
        color: Style.berry
        font.pixelSize: Style.small
        wrapMode: Text.Wrap
    }

    StudioButton {
        objectName: "fixElsewhere"
        visible: wrong.part.fixElsewhere !== ""
        text: wrong.part.fixElsewhere
        onClicked: wrong.part.applyFix("", "")
    }
}
