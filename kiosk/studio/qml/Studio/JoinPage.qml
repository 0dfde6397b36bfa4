import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// Asks which screens to join, and says how to recognise the right ones.
PageFrame {
    id: page

    required property StartModel model
    readonly property var words: page.model.words

    title: page.words.join
    backText: page.words.back
    mainText: page.words.doJoin
    ready: !page.model.busy
    onBack: page.model.show("choose")
    onDone: page.model.join(address.text, passphrase.text, number.text)

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: 12

        TextLine {
            id: address

            objectName: "address"
            label: page.words.address
        }

        FileField {
            Layout.fillWidth: true
            label: page.words.file
            file: page.model.hasFile ? page.words.taken : ""
            chooseText: page.words.choose
            removeText: page.words.remove
            dropText: page.words.fileHint
            onTaken: file => page.model.takeFile(file)
            onRemoved: page.model.dropFile()
        }

        TextLine {
            id: passphrase

            objectName: "passphrase"
            visible: page.model.isSealed
            secret: true
            label: page.words.passphrase
        }

        TextLine {
            id: number

            objectName: "number"
            visible: !page.model.hasFile
            label: page.words.number
        }
    }
}
