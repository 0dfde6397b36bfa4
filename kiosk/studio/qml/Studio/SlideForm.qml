pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Model
import Studio

// The fields of a slide with their problems, its colour, and the screens that show it.
ScrollView {
    id: form

    required property StudioModel studio
    readonly property SlideModel slide: form.studio.slide
    readonly property var words: form.studio.words
    readonly property bool forOffice: form.studio.ownOffice !== ""
    readonly property Item first: (lines.count > 0 ? lines.itemAt(0) as SlideFieldLine : null)?.field ?? null
    property int reads: 0

    signal deleted

    contentWidth: availableWidth

    Connections {
        function onChanged(): void {
            form.reads++;
        }

        target: form.slide.form
    }

    ColumnLayout {
        width: form.availableWidth
        enabled: form.slide.mayChange
        spacing: 12

        Text {
            objectName: "adminsSlide"
            Layout.fillWidth: true
            visible: !form.slide.mayChange
            text: form.words.adminsSlide
            color: Style.ink
            font.pixelSize: Style.text
            font.bold: true
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }

        Repeater {
            id: lines

            model: form.slide.form.fields

            SlideFieldLine {
                part: form.slide.form
                words: form.words
                reads: form.reads
                onTaken: file => form.slide.takeFile(file)
            }
        }

        WrongElsewhere {
            part: form.slide.form
        }

        ToneChoice {
            label: form.words.colour
            names: form.words
            current: form.reads >= 0 ? form.slide.form.value("tone", "") || "paper" : ""
            onChosen: tone => form.slide.form.write("tone", "", tone)
        }

        Heading {
            Layout.topMargin: Style.gap
            Layout.fillWidth: true
            text: form.words.shownWhere
        }

        Text {
            objectName: "used"
            Layout.fillWidth: true
            visible: !form.slide.canPlace
            text: form.slide.usedText
            color: Style.ink
            font.pixelSize: Style.text
            wrapMode: Text.Wrap
        }

        ScreenTicks {
            objectName: "ticks"
            Layout.fillWidth: true
            visible: form.slide.canPlace
            studio: form.studio
            off: form.slide.notOn
            onTicked: (screen, on) => form.slide.place(screen, on)
        }

        PartToolsPart {
            Layout.topMargin: Style.gap
            visible: !form.slide.isNew && !form.forOffice
            removable: false
            tools: form.slide.tools
            words: form.words
        }

        StudioButton {
            objectName: "delete"
            Layout.topMargin: Style.gap
            visible: !form.slide.isNew && form.slide.mayChange
            isWarning: true
            text: form.words.delete
            onClicked: form.deleted()
        }
    }
}
