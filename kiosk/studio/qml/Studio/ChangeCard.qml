import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// One change: what it changes and on which screens; for a slide, its picture before and after.
Rectangle {
    id: card

    required property ComparedPictures pictures
    required property var words
    required property string what
    required property string name
    required property string where
    required property string slide
    required property bool was
    required property bool willBe
    required property bool isRemoval

    Layout.fillWidth: true
    implicitHeight: inner.implicitHeight + 24
    radius: Style.radius
    color: Style.card
    border.width: card.isRemoval ? 3 : 1
    border.color: card.isRemoval ? Style.berry : Style.rule
    Accessible.role: Accessible.Grouping
    Accessible.name: card.what + ": " + card.name + ", " + card.where

    RowLayout {
        id: inner

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: 16
        spacing: Style.gap

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Text {
                text: card.what
                color: card.isRemoval ? Style.berry : Style.quiet
                font.pixelSize: Style.small
                font.weight: Font.DemiBold
            }

            Text {
                Layout.fillWidth: true
                text: card.name
                color: card.isRemoval ? Style.berry : Style.ink
                font.pixelSize: Style.text
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
            }

            Text {
                Layout.fillWidth: true
                text: card.where
                color: Style.quiet
                font.pixelSize: Style.small
                wrapMode: Text.Wrap
            }
        }

        ReleasePicture {
            visible: card.slide !== ""
            pictures: card.pictures
            slide: card.slide
            before: true
            present: card.slide !== "" && card.was
            label: card.words.before
        }

        ReleasePicture {
            visible: card.slide !== ""
            pictures: card.pictures
            slide: card.slide
            before: false
            present: card.slide !== "" && card.willBe
            label: card.words.after
        }
    }
}
