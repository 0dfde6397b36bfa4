import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// A slide before or after a publish; an empty frame if there is none.
ColumnLayout {
    id: side

    required property ComparedPictures pictures
    required property string slide
    required property bool before
    required property bool present
    required property string label
    property string picture: ""

    spacing: 2
    Component.onCompleted: {
        if (side.present)
            side.picture = side.pictures.picture(side.slide, side.before);
    }

    Connections {
        function onDrawn(key: string): void {
            if (side.present && key === (side.before ? "before/" : "after/") + side.slide)
                side.picture = side.pictures.picture(side.slide, side.before);
        }

        target: side.pictures
    }

    Text {
        text: side.label
        color: Style.quiet
        font.pixelSize: Style.small
    }

    Rectangle {
        implicitWidth: 208
        implicitHeight: 117
        radius: 4
        color: Style.paper
        border.color: Style.rule

        Image {
            anchors.fill: parent
            anchors.margins: 1
            fillMode: Image.PreserveAspectFit
            source: side.picture
            cache: false
            mipmap: true
            Accessible.role: Accessible.Graphic
            Accessible.name: side.label
        }

        Text {
            anchors.centerIn: parent
            visible: !side.present
            text: "–"
            color: Style.quiet
            font.pixelSize: Style.title
        }
    }
}
