import QtQuick
import Kiosk
import Kiosk.Model

// A page: a header with the choices below it. With `reading`, only the foot of the page has anything to touch.
Item {
    id: frame

    required property DeskControls controls
    required property PageParts parts
    required property OfficeStatusModel office
    property string title: ""
    property string note: ""
    property string icon: ""
    property string tag: ""
    property string titleLanguage: frame.controls.language
    property string noteLanguage: frame.titleLanguage

    // Whether the note is left out to save space: the page itself has what it sums up.
    property bool brief: false
    property bool reading: false

    // Whether there is no header, because the page shows its title elsewhere.
    property bool bare: false

    // Whether the page currently covers the header.
    property bool covers: false
    property alias updated: header.updated
    property alias poster: header.extra
    readonly property alias header: header

    // The item that shows the chosen time.
    property Item chosenTime: null
    default property alias content: body.data
    property alias body: body

    signal timeChosen(button: Pressable, time: string)

    PageHeader {
        id: header

        width: frame.width
        height: implicitHeight
        visible: header.implicitHeight > 0 && !frame.covers
        least: frame.bare || frame.reading ? 0 : Theme.aboveReach
        office: frame.office
        text: frame.bare ? "" : frame.title
        note: frame.brief ? "" : frame.note
        icon: frame.icon
        tag: frame.tag
        language: frame.titleLanguage
        noteLanguage: frame.noteLanguage
        officeLanguage: frame.controls.language
    }

    // Widths are bound, not anchored, here and on the pages, so that they are known before the first text layout.
    Item {
        id: body

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin * 0.8
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: frame.width - 1.6 * Theme.margin
        anchors.topMargin: Theme.gap * 1.2
        anchors.bottomMargin: Theme.gap
    }
}
