pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Model

// One slide of any kind. `ready` once everything in it can be drawn, `failed` if something never will be.
Rectangle {
    id: view

    required property SlideCard card
    readonly property bool ready: body.status === Loader.Ready && (!view.picture || view.picture.status === Image.Ready)
    readonly property bool failed: view.picture !== null && view.picture.status === Image.Error
    readonly property SlidePicture picture: body.item ? (body.item as SlideBody).picture : null

    color: Theme.ground(view.card.tone)
    LayoutMirroring.enabled: view.card.rtl
    LayoutMirroring.childrenInherit: true

    Loader {
        id: body

        anchors.fill: parent
        sourceComponent: {
            switch (view.card.kind) {
            case "welcome":
                return welcome;
            case "picture":
                return picture;
            case "hours":
            case "times":
                return table;
            case "qr":
                return qr;
            default:
                return message;
            }
        }
    }

    Component {
        id: welcome

        WelcomeSlide {
            card: view.card
        }
    }

    Component {
        id: message

        MessageSlide {
            card: view.card
        }
    }

    Component {
        id: table

        TableSlide {
            card: view.card
        }
    }

    Component {
        id: picture

        PictureSlide {
            card: view.card
        }
    }

    Component {
        id: qr

        QrSlide {
            card: view.card
        }
    }
}
