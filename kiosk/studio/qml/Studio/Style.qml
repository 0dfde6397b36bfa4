pragma Singleton
import QtQuick

// Colours and sizes of the Studio: those of the screens, light or dark as the desktop is.
QtObject {
    id: style

    readonly property bool dark: Application.styleHints.colorScheme === Qt.Dark
    readonly property color paper: style.dark ? "#0D1625" : "#FAF6EE"
    readonly property color card: style.dark ? "#16243A" : "#FFFFFF"
    readonly property color ink: style.dark ? "#FAF6EE" : "#16243A"
    readonly property color quiet: style.dark ? "#B9C2D4" : "#44506A"
    readonly property color sea: style.dark ? "#7CC7D4" : "#0B5C6B"
    readonly property color seaInk: style.dark ? "#0D1625" : "#FAF6EE"
    readonly property color leaf: style.dark ? "#9BE3B4" : "#245A41"
    readonly property color berry: style.dark ? "#F2A0BC" : "#8E2A4C"
    readonly property color rule: style.dark ? "#7F8CA8" : "#877F6E"
    readonly property color focus: style.dark ? "#F6B93B" : "#B35C00"
    readonly property int text: 16
    readonly property int small: 14
    readonly property int title: 26
    readonly property int gap: 16
    readonly property int margin: 28
    readonly property int radius: 10
    readonly property int target: 44
}
