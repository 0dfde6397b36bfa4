import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// One slide of a playlist, which can be dragged up and down.
Rectangle {
    id: row

    required property int index
    required property string key
    required property string name
    required property SlidesModel slides
    required property var words
    required property bool current
    required property bool last
    property string picture: ""

    signal moved(to: int)
    signal removed

    z: drag.active ? 1 : 0
    radius: 6
    color: drag.active ? Qt.tint(Style.card, Qt.alpha(Style.sea, 0.2)) : Style.card
    border.width: row.current ? 3 : 1
    border.color: row.current ? Style.focus : Style.rule
    Accessible.role: Accessible.ListItem
    Accessible.name: (row.index + 1) + ". " + row.name
    Component.onCompleted: row.picture = row.slides.picture(row.key)

    Connections {
        function onDrawn(slide: string): void {
            if (slide === row.key)
                row.picture = row.slides.picture(row.key);
        }

        target: row.slides
    }

    DragHandler {
        id: drag

        xAxis.enabled: false
        onActiveChanged: {
            if (!drag.active) {
                const to = Math.round(row.y / row.height);
                row.y = row.index * row.height;
                if (to !== row.index)
                    row.moved(to);
            }
        }
    }

    RowLayout {
        anchors.fill: parent
        anchors.margins: 6
        spacing: 10

        Image {
            Layout.preferredWidth: 84
            Layout.preferredHeight: 48
            source: row.picture
            cache: false
            fillMode: Image.PreserveAspectFit
            mipmap: true
        }

        Text {
            Layout.fillWidth: true
            text: (row.index + 1) + ". " + row.name
            color: Style.ink
            font.pixelSize: Style.text
            elide: Text.ElideRight
        }

        StudioButton {
            objectName: "up/" + row.index
            implicitHeight: 36
            leftPadding: 10
            rightPadding: 10
            enabled: row.index > 0
            text: "↑"
            Accessible.name: row.words.earlier + ": " + row.name
            onClicked: row.moved(row.index - 1)
        }

        StudioButton {
            objectName: "down/" + row.index
            implicitHeight: 36
            leftPadding: 10
            rightPadding: 10
            enabled: !row.last
            text: "↓"
            Accessible.name: row.words.later + ": " + row.name
            onClicked: row.moved(row.index + 1)
        }

        StudioButton {
            objectName: "drop/" + row.index
            implicitHeight: 36
            leftPadding: 10
            rightPadding: 10
            text: "×"
            Accessible.name: row.words.remove + ": " + row.name
            onClicked: row.removed()
        }
    }
}
