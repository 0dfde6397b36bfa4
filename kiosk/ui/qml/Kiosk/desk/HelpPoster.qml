import QtQuick
import Kiosk
import Kiosk.Model

// The poster of a topic with large text: whether a visitor can come without booking, where, and until when.
Column {
    id: poster

    required property NextTimesModel times
    required property string language

    spacing: Theme.gap * 0.5

    HighlightBand {
        width: poster.width
        text: poster.times.dropIn
        textSize: Theme.body
        language: poster.language
    }

    OfficeLine {
        width: poster.width
        office: poster.times.here ? "" : poster.times.office
        condition: (poster.times.dropIn !== "" ? !Theme.portrait : poster.times.here && Theme.lower) ? "" : poster.times.condition
        ink: Theme.nightInk
        language: poster.language
    }
}
