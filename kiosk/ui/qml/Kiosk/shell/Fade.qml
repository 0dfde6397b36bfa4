import QtQuick
import Kiosk

// Fades a slide in over another. Without a GPU, the CPU draws the whole window for each frame: on a 4K panel, a
// `coarse` fade draws 25 frames per second, which still looks smooth.
NumberAnimation {
    id: fade

    property Item view: null
    property bool coarse: false
    property real time: 0
    readonly property int frames: Math.max(1, Math.round(fade.duration / 40))

    function opacityAt(time: real): real {
        const at = fade.coarse ? Math.floor(time * fade.frames) / fade.frames : time;
        return at < 0.5 ? 2 * at * at : 1 - 2 * (1 - at) * (1 - at);
    }

    target: fade
    property: "time"
    from: 0
    to: 1
    duration: Theme.fadeMs
    onTimeChanged: {
        if (fade.running && fade.view)
            fade.view.opacity = fade.opacityAt(fade.time);
    }
}
