import QtQuick
import Kiosk
import Kiosk.Model

// Home, back, a person, the language and the accessibility controls: always in the same place, within reach.
Rectangle {
    id: bar

    required property DeskControls controls
    required property AccessibilityControls accessibility
    required property ReadAloud readAloud
    readonly property int columns: Theme.portrait ? 4 : 8
    readonly property real cell: (bar.width - 2 * Theme.gap - (bar.columns - 1) * grid.spacing) / bar.columns

    // One size for all labels, at which the longest one fits.
    readonly property real labelSize: {
        const fitting = grid.children.map(each => (each as BarButton)?.fitting ?? Infinity);
        return Math.max(0.7 * Theme.plain, Math.floor(Math.min(...fitting)));
    }

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
            labelSize: bar.labelSize
            text: qsTr("Start over")
            sign: "home"
            language: bar.controls.language
            onClicked: bar.controls.home()
        }

        BarButton {
            objectName: "back"
            width: bar.cell
            labelSize: bar.labelSize
            text: qsTr("Back")
            sign: bar.controls.rtl ? "arrow" : "back"
            language: bar.controls.language
            onClicked: bar.controls.back()
        }

        BarButton {
            objectName: "person"
            width: bar.cell
            labelSize: bar.labelSize
            text: qsTr("Ask us")
            sign: "person"
            language: bar.controls.language
            Accessible.name: qsTr("Talk to a person")
            onClicked: bar.controls.askPerson()
        }

        BarButton {
            objectName: "listen"
            width: bar.cell
            labelSize: bar.labelSize
            enabled: bar.readAloud.available
            text: qsTr("Listen")
            sign: "speaker"
            on: bar.accessibility.listening
            language: bar.controls.language
            Accessible.checkable: true
            Accessible.checked: bar.accessibility.listening
            onClicked: bar.accessibility.toggleListening()
        }

        BarButton {
            objectName: "text-size"
            width: bar.cell
            labelSize: bar.labelSize
            text: qsTr("Larger text")
            sign: "text-size"
            on: bar.accessibility.textScale > 1
            language: bar.controls.language
            Accessible.name: qsTr("Text size, now %1 percent").arg(Math.round(bar.accessibility.textScale * 100))
            onClicked: bar.accessibility.largerText()
        }

        BarButton {
            objectName: "contrast"
            width: bar.cell
            labelSize: bar.labelSize
            text: qsTr("Contrast")
            sign: "contrast"
            on: bar.accessibility.contrast
            language: bar.controls.language
            Accessible.checkable: true
            Accessible.checked: bar.accessibility.contrast
            onClicked: bar.accessibility.toggleContrast()
        }

        BarButton {
            objectName: "lower"
            width: bar.cell
            labelSize: bar.labelSize
            enabled: Theme.canBeLower
            text: qsTr("Move down")
            sign: "wheelchair-low"
            on: bar.accessibility.lower
            language: bar.controls.language
            Accessible.name: qsTr("Move all buttons down")
            Accessible.checkable: true
            Accessible.checked: bar.accessibility.lower
            onClicked: bar.accessibility.toggleLower()
        }

        BarButton {
            objectName: "language"
            width: bar.cell
            labelSize: bar.labelSize
            enabled: bar.controls.page !== "language" && bar.controls.page !== "farewell"
            text: bar.controls.languageName
            sign: "language"
            language: bar.controls.language
            fill: enabled ? Theme.sun : Theme.night
            edge: enabled ? Theme.sun : Theme.nightRule
            ink: enabled ? Theme.sunInk : Theme.nightInk
            Accessible.name: qsTr("Change language, now %1").arg(bar.controls.languageName)
            onClicked: bar.controls.askLanguage()
        }
    }
}
