pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// Rows, each with a button that removes it.
ColumnLayout {
    id: list

    required property Rows rows
    required property string removeText

    signal removed(key: string)

    Layout.fillWidth: true
    Layout.fillHeight: false
    spacing: 4

    Repeater {
        model: list.rows

        RowLayout {
            id: row

            required property string key
            required property string name

            Layout.fillWidth: true
            spacing: 12

            Text {
                Layout.fillWidth: true
                text: row.name
                color: Style.ink
                font.pixelSize: Style.text
                wrapMode: Text.Wrap
            }

            StudioButton {
                objectName: "remove/" + row.key
                text: list.removeText
                Accessible.description: row.name
                onClicked: list.removed(row.key)
            }
        }
    }
}
