import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// Says that a colleague's proposal is waiting for a signature, or that the user's own was sent back.
Rectangle {
    id: notice

    required property ProposalModel proposals
    required property string action

    signal opened

    visible: notice.proposals.notice !== ""
    implicitHeight: row.implicitHeight + 24
    radius: Style.radius
    color: Style.card
    border.width: 2
    border.color: Style.focus

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: 16
        spacing: Style.gap

        Text {
            objectName: "inbox"
            Layout.fillWidth: true
            text: notice.proposals.notice
            textFormat: Text.PlainText
            color: Style.ink
            font.pixelSize: Style.text
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }

        StudioButton {
            objectName: "lookAtProposal"
            visible: notice.proposals.waits
            text: notice.action
            onClicked: notice.opened()
        }
    }
}
