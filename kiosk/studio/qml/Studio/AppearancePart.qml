import QtQuick
import QtQuick.Layouts
import Kiosk.Model
import Studio

// The colours and the size of the Studio, for its current user.
ColumnLayout {
    id: part

    required property Appearance appearance
    required property var words

    Layout.fillWidth: true
    spacing: 8

    Heading {
        Layout.fillWidth: true
        text: part.words.appearance
    }

    GridLayout {
        Layout.fillWidth: true
        Layout.maximumWidth: 720
        columns: part.width > 600 ? 2 : 1
        columnSpacing: Style.gap

        ChoiceLine {
            name: "theme"
            label: part.words.colours
            rows: part.appearance.themes
            current: part.appearance.theme
            onChosen: theme => part.appearance.setTheme(theme)
        }

        ChoiceLine {
            name: "size"
            label: part.words.size
            rows: part.appearance.sizes
            current: part.appearance.size
            onChosen: size => part.appearance.setSize(size)
        }
    }
}
