import QtQuick
import Kiosk

// A button of one or more lines: a pictogram and a label, at least 20 mm high.
Pressable {
    id: button

    property string sign: ""
    property color ink: Theme.ink
    property real textSize: Theme.body
    readonly property real mark: button.sign === "" ? 0 : button.textSize * 1.5 + row.spacing

    implicitWidth: Math.max(Theme.target, button.mark + measure.implicitWidth + 2 * Theme.gap)
    implicitHeight: Math.max(Theme.target, words.height + Theme.gap)

    contentItem: Item {
        Row {
            id: row

            anchors.centerIn: parent
            spacing: button.text === "" ? 0 : Theme.gap * 0.6

            Pictogram {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.sign !== ""
                icon: button.sign
                tint: button.ink
                size: button.textSize * 1.5
            }

            Words {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(measure.implicitWidth, button.width - button.mark - Math.min(2 * Theme.gap, button.width * 0.1))
                visible: button.text !== ""
                text: button.text
                language: button.language
                color: button.ink
                font.pixelSize: widest.sizeFor(words.width)
                font.weight: Font.DemiBold
            }
        }

        Words {
            id: measure

            visible: false
            text: button.text
            language: button.language
            font.pixelSize: button.textSize
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
        }

        WidestWord {
            id: widest

            of: button.text
            language: button.language
            font: measure.font
        }
    }
}
