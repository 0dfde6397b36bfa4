import QtQuick
import Kiosk
import Kiosk.Model

// Home, back, a person, the language and what makes the desk easier to use: always in the same place, within reach.
Rectangle {
    id: bar

    required property Desk desk
    required property Aloud aloud
    readonly property int count: 5 + (listen.visible ? 1 : 0) + (language.visible ? 1 : 0) + (lower.visible ? 1 : 0)
    readonly property int columns: Theme.portrait ? 4 : bar.count
    readonly property real cell: (bar.width - 2 * Theme.gap - (bar.columns - 1) * grid.spacing) / bar.columns

    implicitHeight: grid.height + 1.2 * Theme.gap
    color: Theme.night
    border.width: Theme.contrast ? Theme.line : 0
    border.color: Theme.rule

    Grid {
        id: grid

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.verticalCenter: parent.verticalCenter
        columns: bar.columns
        spacing: Theme.gap * 0.6

        BarButton {
            objectName: "home"
            width: bar.cell
            text: qsTr("Home")
            sign: "home"
            language: bar.desk.language
            onClicked: bar.desk.home()
        }

        BarButton {
            objectName: "back"
            width: bar.cell
            text: qsTr("Back")
            sign: bar.desk.rtl ? "arrow" : "back"
            language: bar.desk.language
            onClicked: bar.desk.back()
        }

        BarButton {
            objectName: "person"
            width: bar.cell
            text: qsTr("Staff")
            sign: "person"
            language: bar.desk.language
            Accessible.name: qsTr("Talk to a person")
            onClicked: bar.desk.askPerson()
        }

        BarButton {
            id: listen

            objectName: "listen"
            width: bar.cell
            visible: bar.aloud.available
            text: qsTr("Listen")
            sign: "speaker"
            on: bar.desk.listening
            language: bar.desk.language
            Accessible.checkable: true
            Accessible.checked: bar.desk.listening
            onClicked: bar.desk.toggleListening()
        }

        BarButton {
            objectName: "text-size"
            width: bar.cell
            text: "\u2066" + Math.round(bar.desk.textScale * 100) + " %\u2069"
            sign: "text-size"
            on: bar.desk.textScale > 1
            language: bar.desk.language
            Accessible.name: qsTr("Text size, now %1 percent").arg(Math.round(bar.desk.textScale * 100))
            onClicked: bar.desk.largerText()
        }

        BarButton {
            objectName: "contrast"
            width: bar.cell
            text: qsTr("Contrast")
            sign: "contrast"
            on: bar.desk.contrast
            language: bar.desk.language
            Accessible.checkable: true
            Accessible.checked: bar.desk.contrast
            onClicked: bar.desk.toggleContrast()
        }

        BarButton {
            id: lower

            objectName: "lower"
            width: bar.cell
            visible: Theme.canBeLower
            text: qsTr("Lower")
            sign: "wheelchair-low"
            on: bar.desk.lower
            language: bar.desk.language
            Accessible.name: qsTr("Move all buttons down")
            Accessible.checkable: true
            Accessible.checked: bar.desk.lower
            onClicked: bar.desk.toggleLower()
        }

        BarButton {
            id: language

            objectName: "language"
            width: bar.cell
            visible: bar.desk.page !== "language" && bar.desk.page !== "farewell"
            text: bar.desk.languageName
            sign: "language"
            language: bar.desk.language
            fill: Theme.sun
            edge: Theme.sun
            ink: Theme.sunInk
            Accessible.name: qsTr("Change language, now %1").arg(bar.desk.languageName)
            onClicked: bar.desk.askLanguage()
        }
    }
}
