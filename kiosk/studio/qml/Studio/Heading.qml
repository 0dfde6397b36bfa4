import QtQuick
import Studio

// The heading of a part of a page.
Text {
    id: heading

    property bool large: false

    color: Style.ink
    font.pixelSize: heading.large ? Style.title : Style.text
    font.weight: Font.DemiBold
    wrapMode: Text.Wrap
    Accessible.role: Accessible.Heading
    Accessible.name: heading.text
}
