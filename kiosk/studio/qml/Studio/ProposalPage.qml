pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Model
import Studio

// Another admin's proposal: before and after, with every difference in words; to sign, or to send back with a reason.
PageFrame {
    id: page

    required property StudioModel studio
    readonly property ProposalModel proposals: page.studio.proposals
    readonly property var words: page.studio.words

    title: page.words.proposalTitle
    backText: page.words.back
    mainText: page.words.signProposal
    note: page.words.proposalNote
    ready: !page.studio.busy && page.proposals.canSign
    onDone: {
        page.proposals.sign();
        page.back();
    }

    ScrollView {
        id: scroll

        anchors.fill: parent
        contentWidth: availableWidth

        ColumnLayout {
            width: scroll.availableWidth
            spacing: 12

            Text {
                Layout.fillWidth: true
                text: page.proposals.notice
                textFormat: Text.PlainText
                color: Style.ink
                font.pixelSize: Style.text
                wrapMode: Text.Wrap
            }

            Repeater {
                model: page.proposals.changes

                ChangeCard {
                    pictures: page.proposals.pictures
                    words: page.words
                }
            }

            Heading {
                Layout.topMargin: Style.gap
                text: page.words.fullText
            }

            TextArea {
                objectName: "fullText"
                Layout.fillWidth: true
                readOnly: true
                selectByMouse: true
                padding: 12
                text: page.proposals.fullText
                textFormat: TextEdit.PlainText
                color: Style.ink
                font.pixelSize: Style.small
                wrapMode: TextEdit.WrapAtWordBoundaryOrAnywhere
                Accessible.name: page.words.fullText
                Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

                background: Rectangle {
                    radius: 6
                    color: Style.card
                    border.color: Style.rule
                }
            }

            TextLine {
                id: reason

                objectName: "reason"
                Layout.topMargin: Style.gap
                visible: page.proposals.canReject
                label: page.words.rejectReason
            }

            StudioButton {
                objectName: "reject"
                visible: page.proposals.canReject
                isWarning: true
                enabled: !page.studio.busy
                text: page.words.reject
                onClicked: {
                    if (page.proposals.reject(reason.text))
                        page.back();
                }
            }
        }
    }
}
