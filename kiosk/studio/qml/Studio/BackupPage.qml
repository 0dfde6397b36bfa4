import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Kiosk.Model
import Studio

// A backup of the keys, encrypted with a passphrase.
PageFrame {
    id: page

    required property StartModel model
    readonly property var words: page.model.words

    title: page.words.backup
    backText: page.words.later
    mainText: page.words.save
    ready: page.model.isLongEnough(passphrase.text) && again.text === passphrase.text
    onBack: page.model.goOn()
    onDone: dialog.open()

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Style.gap

        Text {
            Layout.fillWidth: true
            text: page.words.backupText
            color: Style.ink
            font.pixelSize: Style.text
            wrapMode: Text.Wrap
        }

        TextLine {
            id: passphrase

            objectName: "newPassphrase"
            secret: true
            label: page.words.newPassphrase
        }

        TextLine {
            id: again

            objectName: "passphraseAgain"
            secret: true
            label: page.words.passphraseAgain
        }

        Text {
            Layout.fillWidth: true
            text: page.words.yourNumber + "\n" + page.model.fingerprint
            color: Style.ink
            font.pixelSize: Style.text
            wrapMode: Text.Wrap
        }
    }

    FileDialog {
        id: dialog

        fileMode: FileDialog.SaveFile
        defaultSuffix: "keys"
        onAccepted: page.model.saveBackup(dialog.selectedFile, passphrase.text)
    }
}
