import QtQuick
import Kiosk

// The id of this screen, on top of everything else, so that a technician can find the right screen.
Rectangle {
    id: box

    property string identity: ""

    objectName: "identity"
    anchors.centerIn: parent
    visible: box.identity !== ""
    width: Math.min(name.implicitWidth + 4 * Theme.margin, (parent?.width ?? 0) - 2 * Theme.margin)
    height: name.height + 2 * Theme.margin
    radius: Theme.margin / 2
    Accessible.role: Accessible.AlertMessage
    Accessible.name: box.identity
    color: Theme.ink
    border.color: Theme.sun
    border.width: 4

    Words {
        id: name

        objectName: "identityName"
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        text: box.identity
        language: "en"
        color: Theme.paper
        font.pixelSize: Theme.slideTitle
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }
}
