import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// A slide: its fields with their problems on the left, and on the right what visitors see.
PageFrame {
    id: page

    required property StudioModel studio
    readonly property SlideModel slide: page.studio.slide
    readonly property var words: page.studio.words

    title: page.slide.isNew ? page.words.newSlide : page.slide.title
    backText: page.words.back
    mainText: page.slide.mayChange ? page.words.publishNow : ""
    note: page.slide.mayChange ? page.words.savedItself : ""
    ready: !page.studio.busy
    first: page.slide.mayChange ? form.first : null
    onDone: {
        if (page.slide.leave())
            page.studio.publishing.publish();
        page.back();
    }

    RowLayout {
        anchors.fill: parent
        spacing: Style.margin

        SlideForm {
            id: form

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            studio: page.studio
            onDeleted: ask.open()
        }

        SlidePreview {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 3
            studio: page.studio
        }
    }

    AskDialog {
        id: ask

        objectName: "askDelete"
        question: page.words.deleteAsk
        detail: page.slide.usedText
        yes: page.words.deleteYes
        no: page.words.cancel
        isRemoval: true
        onAgreed: {
            if (page.slide.delete())
                page.back();
        }
    }
}
