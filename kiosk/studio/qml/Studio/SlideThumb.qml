import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Model
import Studio

// One slide of the list: its picture, drawn once it is visible, its name, where it is shown, and what is missing.
AbstractButton {
    id: thumb

    required property SlidesModel slides
    required property string key
    required property string name
    required property string where
    required property string note
    required property bool wrong
    property string picture: ""

    padding: 10
    text: thumb.name
    Accessible.role: Accessible.Button
    Accessible.name: thumb.name + ", " + thumb.where + (thumb.note ? ", " + thumb.note : "")
    Keys.onReturnPressed: thumb.clicked()
    Keys.onEnterPressed: thumb.clicked()
    Component.onCompleted: thumb.picture = thumb.slides.picture(thumb.key)

    Connections {
        function onDrawn(slide: string): void {
            if (slide === thumb.key)
                thumb.picture = thumb.slides.picture(slide);
        }

        target: thumb.slides
    }

    contentItem: ColumnLayout {
        spacing: 4

        Rectangle {
            Layout.fillWidth: true
            Layout.fillHeight: true
            color: Style.paper
            radius: 4

            Image {
                anchors.fill: parent
                fillMode: Image.PreserveAspectFit
                source: thumb.picture
                cache: false
                mipmap: true
            }
        }

        Text {
            Layout.fillWidth: true
            text: thumb.name
            color: Style.ink
            font.pixelSize: Style.text
            font.weight: Font.DemiBold
            elide: Text.ElideRight
        }

        Text {
            Layout.fillWidth: true
            text: thumb.where
            color: Style.quiet
            font.pixelSize: Style.small
            elide: Text.ElideRight
        }

        Text {
            Layout.fillWidth: true
            text: thumb.note || " "
            color: thumb.wrong ? Style.berry : Style.quiet
            font.pixelSize: Style.small
            font.weight: Font.DemiBold
            elide: Text.ElideRight
        }
    }

    background: Rectangle {
        radius: Style.radius
        color: thumb.hovered ? Qt.tint(Style.card, Qt.alpha(Style.sea, 0.08)) : Style.card
        border.width: thumb.activeFocus || thumb.wrong ? 3 : 1
        border.color: thumb.activeFocus ? Style.focus : thumb.wrong ? Style.berry : Style.rule
    }
}
