import QtQuick
import QtQuick.Window
import Kiosk
import Kiosk.Model

// One slide as a screen shows it, above its bar, without motion: to be looked at before it is published.
Window {
    id: window

    required property Proof proof
    required property Bar bar
    required property Display display
    readonly property bool ready: slide.item !== null && (slide.item as SlideView).ready
    readonly property bool failed: slide.item !== null && (slide.item as SlideView).failed

    width: window.display.pixelWidth
    height: window.display.pixelHeight
    color: Theme.paper

    Binding {
        target: Theme
        property: "width"
        value: window.width
    }

    Binding {
        target: Theme
        property: "height"
        value: window.height
    }

    Binding {
        target: Theme
        property: "widthMm"
        value: window.display.widthMm
    }

    Binding {
        target: Theme
        property: "distanceMm"
        value: window.display.distanceMm
    }

    Binding {
        target: Theme
        property: "touchable"
        value: window.display.touch
    }

    Loader {
        id: slide

        objectName: "slide"
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: strip.top
        active: window.proof.card !== null
        sourceComponent: SlideView {
            card: window.proof.card
            seen: true
            playing: false
        }
    }

    AttractBar {
        id: strip

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.portrait ? 1.7 * Theme.barHeight : Theme.barHeight
        bar: window.bar
        touch: window.display.touch
    }
}
