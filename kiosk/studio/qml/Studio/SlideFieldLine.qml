pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// One field of a part of the feed, with an editor for its kind; its value comes from the file, after undo too.
ColumnLayout {
    id: line

    required property PartForm part
    required property var words
    required property int reads
    required property string key
    required property string language
    required property string label
    required property string form
    required property string group
    property string only: ""  // the group to show, if the fields of a form are in several places
    readonly property string value: line.reads >= 0 ? line.part.value(line.key, line.language) : ""
    readonly property string wrong: line.reads >= 0 ? line.part.wrong(line.key, line.language) : ""

    readonly property Item field: (loader.item as TextLine)?.field ?? null

    signal taken(file: url)

    Layout.fillWidth: true
    visible: line.only === line.group || line.only === ""
    objectName: line.key + line.language.charAt(0).toUpperCase() + line.language.slice(1)
    spacing: 4

    Loader {
        id: loader

        Layout.fillWidth: true
        sourceComponent: line.form === "paragraph" ? paragraph : line.form === "picture" ? file : single
    }

    StudioButton {
        readonly property string way: line.reads >= 0 ? line.part.fixText(line.key, line.language) : ""

        objectName: "fix"
        visible: way !== ""
        text: way
        Accessible.description: line.label
        onClicked: line.part.applyFix(line.key, line.language)
    }

    Component {
        id: single

        TextLine {
            id: edit

            readonly property string value: line.value

            label: line.label
            wrong: line.wrong
            onWritten: text => line.part.write(line.key, line.language, text)
            onValueChanged: {
                if (edit.text !== edit.value)
                    edit.text = edit.value;
            }
        }
    }

    Component {
        id: paragraph

        TextBlock {
            id: area

            readonly property string value: line.value

            label: line.label
            wrong: line.wrong
            onWritten: text => line.part.write(line.key, line.language, text)
            onValueChanged: {
                if (area.text !== area.value)
                    area.text = area.value;
            }
        }
    }

    Component {
        id: file

        FileField {
            label: line.label
            chooseText: line.words.chooseFile
            removeText: line.words.removeFile
            dropText: line.words.dropFile
            file: line.value.replace("media/", "")
            wrong: line.wrong
            onTaken: file => line.taken(file)
            onRemoved: line.part.write(line.key, "", "")
        }
    }
}
