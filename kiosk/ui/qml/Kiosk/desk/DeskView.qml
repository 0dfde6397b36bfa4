pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// The desk: one question per page, and the same bar at the bottom of every page. Keys and switches can operate it too.
FocusScope {
    id: view

    required property DeskPages desk
    required property ReadAloud readAloud
    required property Printing printing
    property bool byKeys: false

    function step(forward: bool): void {
        const from = view.Window.activeFocusItem;
        const inside = from && from !== view && view.contains(view.mapFromItem(from, 0, 0));
        const next = (inside ? from : (page.item as Item) ?? bar).nextItemInFocusChain(forward);
        if (next)
            next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    objectName: "desk"
    visible: view.desk.controls.page !== "attract"
    focus: view.visible
    LayoutMirroring.enabled: view.desk.controls.rtl
    LayoutMirroring.childrenInherit: true

    Keys.onPressed: event => {
        view.desk.controls.touch();
        view.byKeys = true;
        if (event.key === Qt.Key_Right || event.key === Qt.Key_Left)
            view.step((event.key === Qt.Key_Right) !== view.desk.controls.rtl);
        else if (event.key === Qt.Key_Down || event.key === Qt.Key_Up)
            view.step(event.key === Qt.Key_Down);
        else if (event.key === Qt.Key_F1 || event.key === Qt.Key_Help)
            view.desk.accessibility.toggleListening();
        else if (event.key === Qt.Key_Escape || event.key === Qt.Key_Back)
            view.desk.controls.back();
        else if (view.desk.controls.page === "search" && event.key === Qt.Key_Backspace)
            view.desk.searchPage.eraseLetter();
        else if (view.desk.controls.page === "search" && event.text !== "")
            view.desk.searchPage.typeLetter(event.text);
        else
            return;
        event.accepted = true;
    }

    Timer {
        id: first

        interval: 0
        onTriggered: view.step(true)
    }

    // Keeps touches from the slides below; any touch shows that someone is there.
    MouseArea {
        anchors.fill: parent
        onPressed: {
            view.byKeys = false;
            view.desk.controls.touch();
        }
    }

    Binding {
        target: Theme
        property: "textScale"
        value: view.desk.accessibility.textScale
    }

    Binding {
        target: Theme
        property: "contrast"
        value: view.desk.accessibility.contrast
    }

    Binding {
        target: Theme
        property: "lower"
        value: view.desk.accessibility.lower
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Item {
        id: reach

        anchors.fill: parent
        enabled: !view.desk.controls.warned && !view.desk.controls.leaving

        PageLoader {
            id: page

            anchors.top: parent.top
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: caption.top
            desk: view.desk
            printing: view.printing
            readAloud: view.readAloud
            onLoaded: {
                if (view.byKeys)
                    first.restart();
            }
        }

        Caption {
            id: caption

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: bar.top
            accessibility: view.desk.accessibility
            readAloud: view.readAloud
        }

        ControlBar {
            id: bar

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            height: implicitHeight
            controls: view.desk.controls
            accessibility: view.desk.accessibility
            readAloud: view.readAloud
        }
    }

    // A touch beside the question also answers it: someone is there.
    MouseArea {
        anchors.fill: parent
        visible: view.desk.controls.warned
        onPressed: view.desk.controls.stay()
    }

    IdleWarning {
        objectName: "warning"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: implicitHeight
        visible: view.desk.controls.warned || view.desk.controls.leaving
        controls: view.desk.controls
    }
}
