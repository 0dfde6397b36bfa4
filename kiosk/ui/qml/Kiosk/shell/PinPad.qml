pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// Keys for ten digits, one to delete, and one to submit the PIN.
Column {
    id: pad

    required property Maintenance maintenance

    spacing: Theme.gap

    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        text: pad.maintenance.hint
        font.pixelSize: Theme.lead
    }

    Words {
        objectName: "pin-dots"
        anchors.horizontalCenter: parent.horizontalCenter
        text: pad.maintenance.dots || " "
        font.pixelSize: Theme.lead
    }

    Grid {
        anchors.horizontalCenter: parent.horizontalCenter
        columns: 3
        spacing: Theme.gap
        layoutDirection: Qt.LeftToRight

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "⌫", "0", "OK"]

            TouchButton {
                id: key

                required property string modelData

                objectName: "pin-" + key.modelData
                text: key.modelData
                width: 1.6 * Theme.target
                onClicked: {
                    if (key.modelData === "OK")
                        pad.maintenance.enter();
                    else if (key.modelData === "⌫")
                        pad.maintenance.erase();
                    else
                        pad.maintenance.digit(key.modelData);
                }
            }
        }
    }
}
