import QtQuick
import Kiosk
import Kiosk.Model

// Another office and its next time; opens its days, or a ticket for the office if no time is free.
ChoiceButton {
    id: other

    required property string office
    required property string name
    required property string when
    required property bool bookable
    required property NextTimesModel times

    objectName: "office-" + other.office
    height: other.implicitHeight
    text: other.name
    note: other.when
    textSize: Theme.body
    sign: Theme.textScale > 1 ? "" : "location"
    onClicked: other.bookable ? other.times.askDays(other.office) : other.times.chooseOffice(other.office)
}
