import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// One slide to tick; the number in its box is its place among the ticked ones.
Item {
    id: row

    required property int index
    required property string key
    required property string name
    required property bool shown
    required property int place
    required property bool current
    required property SlidesModel slides
    property string picture: ""

    signal picked

    objectName: "pick/" + row.key
    visible: row.shown
    height: row.shown ? 60 : 0
    Accessible.role: Accessible.CheckBox
    Accessible.name: row.name
    Accessible.checkable: true
    Accessible.checked: row.place >= 0
    Accessible.onPressAction: row.picked()
    Component.onCompleted: row.picture = row.slides.picture(row.key)

    Connections {
        function onDrawn(slide: string): void {
            if (slide === row.key)
                row.picture = row.slides.picture(row.key);
        }

        target: row.slides
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: 2
        radius: 6
        color: row.place >= 0 ? Qt.tint(Style.card, Qt.alpha(Style.sea, 0.14)) : Style.card
        border.width: row.current ? 3 : 1
        border.color: row.current ? Style.focus : Style.rule

        RowLayout {
            anchors.fill: parent
            anchors.margins: 6
            spacing: 12

            Rectangle {
                implicitWidth: 28
                implicitHeight: 28
                radius: 4
                color: row.place >= 0 ? Style.sea : Style.card
                border.color: row.place >= 0 ? Style.sea : Style.rule

                Text {
                    anchors.centerIn: parent
                    visible: row.place >= 0
                    text: row.place + 1
                    color: Style.seaInk
                    font.pixelSize: Style.small
                    font.weight: Font.Bold
                }
            }

            Image {
                Layout.preferredWidth: 76
                Layout.preferredHeight: 43
                source: row.picture
                cache: false
                fillMode: Image.PreserveAspectFit
                mipmap: true
            }

            Text {
                Layout.fillWidth: true
                text: row.name
                color: Style.ink
                font.pixelSize: Style.text
                elide: Text.ElideRight
            }
        }

        TapHandler {
            onTapped: row.picked()
        }
    }
}
