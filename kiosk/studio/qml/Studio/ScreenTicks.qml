pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Model
import Studio

// Screens to tick, each with its picture; all are ticked except those in `off`, which its owner updates.
ColumnLayout {
    id: ticks

    required property StudioModel studio
    property list<string> off: []

    signal ticked(screen: string, on: bool)

    function chosen(): list<string> {
        const keys = [];
        for (let place = 0; place < boxes.count; place++) {
            const box = boxes.itemAt(place) as Tick;
            if (box.checked)
                keys.push(box.key);
        }
        return keys;
    }

    spacing: 8

    component Tick: CheckBox {
        id: tick

        required property string key
        required property string title
        required property string office
        required property string picture

        Layout.fillWidth: true
        implicitHeight: 64
        checked: !ticks.off.includes(tick.key)
        font.pixelSize: Style.text
        text: tick.title
        Accessible.name: tick.title
        onToggled: {
            ticks.ticked(tick.key, tick.checked);
            tick.checked = Qt.binding(() => !ticks.off.includes(tick.key));
        }

        indicator: TickMark {
            x: 12
            y: (tick.height - height) / 2
            checked: tick.checked
        }

        contentItem: RowLayout {
            spacing: 12

            Item {
                implicitWidth: 40
            }

            Image {
                Layout.preferredWidth: 96
                Layout.preferredHeight: 54
                source: tick.picture
                cache: false
                fillMode: Image.PreserveAspectFit
                mipmap: true
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Text {
                    Layout.fillWidth: true
                    text: tick.title
                    color: Style.ink
                    font: tick.font
                    elide: Text.ElideRight
                }

                Text {
                    Layout.fillWidth: true
                    text: tick.office
                    color: Style.quiet
                    font.pixelSize: Style.small
                    elide: Text.ElideRight
                }
            }
        }

        background: Rectangle {
            radius: 6
            color: Style.card
            border.width: tick.visualFocus ? 3 : 1
            border.color: tick.visualFocus ? Style.focus : tick.checked ? Style.sea : Style.rule
        }
    }

    Repeater {
        id: boxes

        model: ticks.studio.home.screens

        Tick {}
    }
}
