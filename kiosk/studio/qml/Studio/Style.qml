pragma Singleton
import QtQuick

// Colours and sizes of the Studio: those of the screens, light, dark or in high contrast.
QtObject {
    id: style

    property string theme: "system"
    readonly property bool contrast: style.theme === "contrast" || (style.theme === "system" && Application.styleHints.accessibility.contrastPreference === Qt.HighContrast)
    readonly property bool dark: style.theme === "dark" || (style.theme === "system" && Application.styleHints.colorScheme === Qt.Dark)
    readonly property color paper: style.pick("#FAF6EE", "#0D1625", "#000000")
    readonly property color card: style.pick("#FFFFFF", "#16243A", "#000000")
    readonly property color ink: style.pick("#16243A", "#FAF6EE", "#FFFFFF")
    readonly property color quiet: style.pick("#44506A", "#B9C2D4", "#FFFFFF")
    readonly property color sea: style.pick("#0B5C6B", "#7CC7D4", "#7FE8F5")
    readonly property color seaInk: style.pick("#FAF6EE", "#0D1625", "#000000")
    readonly property color leaf: style.pick("#245A41", "#9BE3B4", "#7DFFA8")
    readonly property color berry: style.pick("#8E2A4C", "#F2A0BC", "#FFB3C8")
    readonly property color rule: style.pick("#877F6E", "#7F8CA8", "#FFFFFF")
    readonly property color focus: style.pick("#B35C00", "#F6B93B", "#FFE600")
    readonly property int text: 16
    readonly property int small: 14
    readonly property int title: 26
    readonly property int gap: 16
    readonly property int margin: 28
    readonly property int radius: 10
    readonly property int target: 44

    function pick(light: color, dark: color, contrast: color): color {
        return style.contrast ? contrast : style.dark ? dark : light;
    }
}
