pragma Singleton
import QtQuick

// Colour, type, spacing and motion. Sizes follow the screen's millimetres and the reader's distance, not pixels.
QtObject {
    id: theme

    // The size of the screen in pixels and millimetres, and its position, set by Main.
    property real width: 1920
    property real height: 1080
    property real widthMm: 531
    property real distanceMm: 600
    property real bottomMm: 0

    // What the visitor has chosen, until they leave.
    property real textScale: 1
    property bool contrast: false
    property bool lower: false

    readonly property real pxPerMm: theme.width / theme.widthMm
    readonly property real shortSide: Math.min(theme.width, theme.height)
    readonly property bool portrait: theme.height > theme.width
    readonly property real unit: theme.shortSide / 100

    // A capital letter subtends at least 0.7 degrees, and is at least 4.8 mm high (EN 301 549 5.1.4, 508 402.4);
    // capitals in Noto Sans are 0.714 em high.
    readonly property real capMm: Math.max(4.8, theme.distanceMm * Math.tan(0.7 * Math.PI / 180))
    readonly property real plain: Math.max(theme.touchable ? theme.capMm * theme.pxPerMm / 0.714 : 0, 3 * theme.unit)
    readonly property real body: theme.plain * theme.textScale
    readonly property real lead: theme.body * 1.25
    readonly property real title: Math.max(1.7 * theme.plain, theme.lead)
    property bool touchable: true

    // Touch targets need 20 mm (Colle and Hiszem).
    readonly property real target: Math.max(20 * theme.pxPerMm, 24)

    // The part of the screen within reach: up to 1,220 mm above the floor (EN 301 549 8.3), or 1,100 mm in the lower
    // mode. If the height of the screen is unknown, the lower mode takes the lower half of a portrait screen.
    readonly property real reachMm: theme.lower ? 1100 : 1220
    readonly property real heightMm: theme.height / theme.pxPerMm
    readonly property bool canBeLower: theme.bottomMm > 0 ? theme.bottomMm + theme.heightMm > 1100 : theme.portrait
    readonly property real deskHeight: {
        const least = theme.height * (theme.portrait ? 0.45 : 0.6);
        if (theme.bottomMm > 0)
            return Math.min(theme.height, Math.max(least, (theme.reachMm - theme.bottomMm) * theme.pxPerMm));
        return theme.lower && theme.portrait ? theme.height * 0.55 : theme.height;
    }

    // The part out of reach: nothing in it may need to be touched.
    readonly property real aboveReach: theme.height - theme.deskHeight

    // Slides. On a screen without touch, a capital letter of the body subtends 0.7 degrees at the reader's distance:
    // title, body and small text are 216, 108 and 80 pixels of 1,080 for four metres. Nothing is smaller than
    // slideSmall. More than 10 units would leave no room for words; `kiosk check` warns if that is too small to read.
    readonly property real sight: theme.capMm * theme.pxPerMm / 0.714
    readonly property real slideBody: theme.touchable ? 4.7 * theme.unit : Math.min(10 * theme.unit, Math.max(4.7 * theme.unit, theme.sight))
    readonly property real slideTitle: theme.touchable ? 8.6 * theme.unit : 2 * theme.slideBody
    readonly property real slideSmall: theme.touchable ? 3.6 * theme.unit : 0.74 * theme.slideBody

    readonly property real gap: 2.2 * theme.unit
    readonly property real margin: 5 * theme.unit
    readonly property real radius: 1.8 * theme.unit
    readonly property real line: Math.max(2, 0.28 * theme.unit)
    readonly property real barHeight: theme.touchable ? Math.max(1.35 * theme.target, 3.4 * theme.plain, 9 * theme.unit) : 1.75 * theme.slideSmall

    property int fadeMs: 700

    // How long a desk page takes to move in, and from how far: less than the margin, so that all of it stays on the
    // screen.
    property bool moves: true
    property int turnMs: 180
    readonly property real turnFrom: 0.75 * theme.margin
    readonly property int quickMs: 140

    // The evening light: dark backgrounds that do not dazzle, and text a little warmer than white. High contrast, if
    // the visitor chooses it, takes precedence.
    property bool evening: false
    readonly property bool dim: theme.evening && !theme.contrast

    readonly property color paper: theme.contrast ? "#000000" : theme.dim ? "#14202F" : "#FAF6EE"
    readonly property color card: theme.contrast ? "#000000" : theme.dim ? "#1F2E42" : "#FFFFFF"
    readonly property color ink: theme.contrast ? "#FFFFFF" : theme.dim ? "#F3EBDD" : "#16243A"
    readonly property color night: theme.contrast ? "#000000" : theme.dim ? "#0A111C" : "#0D1625"
    readonly property color nightInk: theme.contrast ? "#FFFFFF" : theme.dim ? "#F3EBDD" : "#FAF6EE"
    readonly property color nightQuiet: theme.dim ? "#C9D5DC" : "#DCE9EA"
    readonly property color quiet: theme.contrast ? "#FFFFFF" : theme.dim ? "#B9C4D6" : "#44506A"
    readonly property color sea: theme.contrast ? "#FFE14D" : theme.dim ? "#6FC3D2" : "#0B5C6B"
    readonly property color seaInk: theme.contrast ? "#000000" : theme.dim ? "#0D1625" : "#FAF6EE"
    readonly property color leaf: theme.contrast ? "#9BF0B4" : theme.dim ? "#8FD3A6" : "#245A41"
    readonly property color sun: theme.contrast ? "#FFE14D" : theme.dim ? "#DDA63C" : "#F6B93B"

    // The sun colour on dark backgrounds, with a contrast of 4.5:1 to each of them.
    readonly property color glow: theme.contrast ? theme.sun : theme.dim ? "#E8B95A" : "#F9C45C"
    readonly property color sunInk: theme.contrast ? "#000000" : "#16243A"
    readonly property color berry: theme.dim ? "#F2A3B8" : "#8E2A4C"
    readonly property color mist: theme.contrast ? "#1F2A38" : theme.dim ? "#26384F" : "#DCE9EA"
    readonly property color sand: "#EADFC8"

    // Edges of controls have a contrast of 3:1 to their surroundings (WCAG 1.4.11), those of the bar to `night`.
    readonly property color rule: theme.contrast ? "#FFFFFF" : theme.dim ? "#8A97B0" : "#877F6E"
    readonly property color nightRule: theme.contrast ? "#FFFFFF" : "#7F8CA8"

    // The lamps of an open and of a closed office, and the door on them.
    readonly property color openLamp: "#9BE3B4"
    readonly property color shutLamp: theme.sand
    readonly property color lampInk: "#16243A"

    // The background colours of slides; `text` and `accent` return the colours on them.
    readonly property var tones: theme.dim ? ({
            "ink": "#0D1625",
            "sea": "#0A3F4B",
            "leaf": "#1A4030",
            "sun": "#4D3A12",
            "berry": "#5E1C33"
        }) : ({
            "ink": "#16243A",
            "sea": "#0B5C6B",
            "leaf": "#245A41",
            "sun": "#F6B93B",
            "berry": "#8E2A4C"
        })

    function ground(tone: string): color {
        return theme.tones[tone] ?? theme.paper;
    }

    function isDark(tone: string): bool {
        return theme.dim || tone === "ink" || tone === "sea" || tone === "leaf" || tone === "berry";
    }

    function text(tone: string): color {
        return theme.isDark(tone) ? theme.nightInk : theme.sunInk;
    }

    function accent(tone: string): color {
        return theme.isDark(tone) ? theme.glow : tone === "sun" ? theme.sunInk : theme.sea;
    }

    // The font of the script; the system adds fallbacks. The UI variant has the line height of the Latin font.
    function family(language: string): string {
        switch (language.split("_")[0]) {
        case "ar":
        case "fa":
        case "ps":
        case "ckb":
        case "ur":
            return "Noto Sans Arabic UI";
        case "ti":
        case "am":
            return "Noto Sans Ethiopic";
        default:
            return "Noto Sans";
        }
    }
}
