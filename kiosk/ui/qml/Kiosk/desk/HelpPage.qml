pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The answer first: when a visitor can come. Then what to bring, what it costs and what help is offered, which have
// separate parts with large text.
PageFrame {
    id: page

    required property HelpPageModel model
    required property NextTimesModel times
    required property ReadAloud readAloud

    readonly property bool large: Theme.textScale > 1.2
    readonly property bool apart: page.large && facts.count > 0 && !answer.away
    readonly property bool posted: page.large && !answer.away

    title: page.model.title
    note: page.model.summary
    icon: page.model.icon
    brief: page.model.sumsUp && Theme.textScale > (Theme.portrait ? 1.5 : 1.2)
    tag: page.model.tag
    titleLanguage: page.model.titleLanguage
    noteLanguage: page.model.summaryLanguage
    covers: page.apart && facts.parts.active
    updated: page.large ? page.model.updated : ""
    poster: Loader {
        width: parent?.width ?? 0
        height: active ? implicitHeight : 0  // otherwise the header would keep room for it
        active: page.posted
        sourceComponent: HelpPoster {
            times: page.times
            language: page.controls.language
        }
    }

    NextTimesParts {
        id: answer

        width: parent.width
        height: parent.height
        memory: page.parts
        name: "help"
        after: page.apart ? facts.parts : null
        columns: Theme.portrait ? 1 : 2
        spacing: Theme.gap * (Theme.textScale > 1 ? 0.6 : 0.8)
        times: page.times
        readAloud: page.readAloud
        language: page.controls.language
        large: page.large
        located: page.header.roomy
        onTimeChosen: (button, time) => page.timeChosen(button, time)

        ColumnBreak {
            parts: answer
        }

        Repeater {
            model: page.large ? null : page.model.facts

            TopicFactLine {
                width: answer.columnWidth
                closeness: 0.5 * answer.spacing
                readerLanguage: page.controls.language
            }
        }
    }

    FactsOverHeader {
        id: facts

        anchors.fill: parent
        visible: page.apart
        model: page.model
        memory: page.parts
        language: page.controls.language
        large: page.large
        headerHeight: page.header.height
        before: page.apart ? answer : null
    }
}
