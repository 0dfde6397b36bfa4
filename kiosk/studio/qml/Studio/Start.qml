pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import QtQuick.Window
import Kiosk.Model
import Studio

// The first run: join screens that are there, or begin with new ones and keep a copy of their keys.
Window {
    id: start

    required property StartModel model
    readonly property var words: start.model.words

    width: 900
    height: 660
    minimumWidth: 640
    minimumHeight: 480
    color: Style.paper
    title: "Infodisk Studio"

    Loader {
        anchors.fill: parent
        anchors.bottomMargin: 48
        focus: true
        sourceComponent: ({
                begin: begin,
                join: join,
                backup: backup
            })[start.model.page] ?? choose
        onLoaded: (item as Item).forceActiveFocus(Qt.TabFocusReason)
    }

    Text {
        objectName: "message"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Style.margin
        text: start.model.message
        color: start.model.busy ? Style.ink : Style.berry
        font.pixelSize: Style.text
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    Component {
        id: choose

        ColumnLayout {
            spacing: Style.gap

            Heading {
                Layout.margins: Style.margin
                large: true
                text: start.words.welcome
            }

            ActionCard {
                objectName: "join"
                Layout.leftMargin: Style.margin
                Layout.rightMargin: Style.margin
                text: start.words.join
                hint: start.words.joinHint
                focus: true
                onClicked: start.model.show("join")
            }

            ActionCard {
                objectName: "begin"
                Layout.leftMargin: Style.margin
                Layout.rightMargin: Style.margin
                text: start.words.begin
                hint: start.words.beginHint
                onClicked: start.model.show("begin")
            }

            Item {
                Layout.fillHeight: true
            }
        }
    }

    Component {
        id: begin

        PageFrame {
            title: start.words.begin
            backText: start.words.back
            mainText: start.words.doBegin
            ready: !start.model.busy
            onBack: start.model.show("choose")
            onDone: start.model.begin(name.text, office.text, place.text)

            ColumnLayout {
                anchors.left: parent.left
                anchors.right: parent.right
                spacing: 12

                TextLine {
                    id: name

                    objectName: "name"
                    label: start.words.name
                }

                TextLine {
                    id: office

                    objectName: "office"
                    label: start.words.office
                }

                TextLine {
                    id: place

                    objectName: "place"
                    label: start.words.place
                    text: start.model.ownSite
                }
            }
        }
    }

    Component {
        id: join

        PageFrame {
            title: start.words.join
            backText: start.words.back
            mainText: start.words.doJoin
            ready: !start.model.busy
            onBack: start.model.show("choose")
            onDone: start.model.join(address.text, passphrase.text, number.text)

            ColumnLayout {
                anchors.left: parent.left
                anchors.right: parent.right
                spacing: 12

                TextLine {
                    id: address

                    objectName: "address"
                    label: start.words.address
                }

                FileField {
                    Layout.fillWidth: true
                    label: start.words.file
                    chooseText: start.words.choose
                    removeText: start.words.remove
                    dropText: start.model.hasFile ? start.words.taken : start.words.fileHint
                    onTaken: file => start.model.takeFile(file)
                }

                TextLine {
                    id: passphrase

                    objectName: "passphrase"
                    visible: start.model.isSealed
                    secret: true
                    label: start.words.passphrase
                }

                TextLine {
                    id: number

                    objectName: "number"
                    visible: !start.model.hasFile
                    label: start.words.number
                }
            }
        }
    }

    Component {
        id: backup

        PageFrame {
            title: start.words.backup
            backText: start.words.later
            mainText: start.words.save
            ready: start.model.isLongEnough(passphrase.text)
            onBack: start.model.goOn()
            onDone: dialog.open()

            ColumnLayout {
                anchors.left: parent.left
                anchors.right: parent.right
                spacing: Style.gap

                Text {
                    Layout.fillWidth: true
                    text: start.words.backupText
                    color: Style.ink
                    font.pixelSize: Style.text
                    wrapMode: Text.Wrap
                }

                TextLine {
                    id: passphrase

                    objectName: "newPassphrase"
                    secret: true
                    label: start.words.newPassphrase
                }

                Text {
                    Layout.fillWidth: true
                    text: start.words.yourNumber + "\n" + start.model.fingerprint
                    color: Style.ink
                    font.pixelSize: Style.text
                    wrapMode: Text.Wrap
                }
            }

            FileDialog {
                id: dialog

                fileMode: FileDialog.SaveFile
                defaultSuffix: "keys"
                onAccepted: start.model.saveBackup(dialog.selectedFile, passphrase.text)
            }
        }
    }
}
