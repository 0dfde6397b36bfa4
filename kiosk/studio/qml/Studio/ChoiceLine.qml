pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// A choice between several sentences, with the question above them.
ColumnLayout {
    id: line

    required property string label
    required property Rows rows
    required property string current
    required property string name

    signal chosen(key: string)

    function find(): void {
        combo.currentIndex = combo.indexOfValue(line.current);
    }

    Layout.fillWidth: true
    spacing: 4
    onCurrentChanged: line.find()

    Connections {
        function onModelReset(): void {
            Qt.callLater(line.find);
        }

        target: line.rows
    }

    Text {
        Layout.fillWidth: true
        text: line.label
        color: Style.quiet
        font.pixelSize: Style.small
        wrapMode: Text.Wrap
    }

    StudioCombo {
        id: combo

        objectName: line.name
        Layout.fillWidth: true
        label: line.label
        model: line.rows
        onActivated: line.chosen(combo.currentValue)
        Component.onCompleted: line.find()
    }
}
