import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// Asks for what a first site needs: a name, an office and a place.
PageFrame {
    id: page

    required property StartModel model
    readonly property var words: page.model.words

    title: page.words.begin
    backText: page.words.back
    mainText: page.words.doBegin
    ready: !page.model.busy
    onBack: page.model.show("choose")
    onDone: page.model.begin(name.text, office.text, place.text)

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: 12

        TextLine {
            id: name

            objectName: "name"
            label: page.words.name
        }

        TextLine {
            id: office

            objectName: "office"
            label: page.words.office
        }

        TextLine {
            id: place

            objectName: "place"
            label: page.words.place
            text: page.model.ownSite
        }
    }
}
