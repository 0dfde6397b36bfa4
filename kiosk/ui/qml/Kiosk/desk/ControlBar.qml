import QtQuick
import Kiosk
import Kiosk.Model

// Home, back and language, always in the same place, within reach.
Rectangle {
    id: bar

    required property Desk desk

    color: Theme.night

    Row {
        id: ways

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        TouchButton {
            objectName: "home"
            text: qsTr("Home")
            sign: "home"
            language: bar.desk.language
            fill: Theme.night
            ink: Theme.paper
            edge: Theme.quiet
            onClicked: bar.desk.home()
        }

        TouchButton {
            objectName: "back"
            text: qsTr("Back")
            sign: bar.desk.rtl ? "arrow" : "back"
            language: bar.desk.language
            fill: Theme.night
            ink: Theme.paper
            edge: Theme.quiet
            onClicked: bar.desk.back()
        }
    }

    Row {
        anchors.left: ways.right
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        visible: !Theme.portrait
        spacing: Theme.gap * 0.6

        Pictogram {
            anchors.verticalCenter: parent.verticalCenter
            icon: "person"
            tint: Theme.sun
        }

        Words {
            text: bar.desk.person
            language: bar.desk.language
            color: Theme.paper
            wrapMode: Text.NoWrap
        }
    }

    TouchButton {
        objectName: "language"
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        visible: bar.desk.page !== "language"
        text: bar.desk.languageName
        sign: "language"
        language: bar.desk.language
        fill: Theme.sun
        edge: Theme.sun
        Accessible.name: qsTr("Change language, now %1").arg(bar.desk.languageName)
        onClicked: bar.desk.askLanguage()
    }
}
