"""The appearance of the window for this user: its colours, and the size of everything in it."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import Property, QObject, QSettings, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.feed.message_catalog import in_language, tr
from kiosk.studio.window.rows_shown import ChoiceRow
from kiosk.ui.rows import Rows

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

THEMES = {
    "system": tr("As the desktop"),
    "light": tr("Light"),
    "dark": tr("Dark"),
    "contrast": tr("High contrast"),
}
SIZES = {"100": "100 %", "125": "125 %", "150": "150 %", "200": "200 %"}
SCALE = "QT_SCALE_FACTOR"


@QmlElement
@QmlUncreatable("made in Python")
class Appearance(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """The colours and the size, stored in a file after `use`."""

    changed = Signal()

    def __init__(self, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._settings: QSettings | None = None
        self._theme, self._size = "system", "100"
        themes = [ChoiceRow(key, in_language(name, language)) for key, name in THEMES.items()]
        self._themes: Rows[ChoiceRow] = Rows(ChoiceRow, self, themes)
        self._sizes: Rows[ChoiceRow] = Rows(ChoiceRow, self, [ChoiceRow(*each) for each in SIZES.items()])

    def use(self, file: Path) -> None:
        """Store the choice in a file, and load the one that it has."""
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)
        self._theme = _known(self._settings, "theme", THEMES, self._theme)
        self._size = _known(self._settings, "size", SIZES, self._size)
        self.changed.emit()

    @Slot(str)
    def setTheme(self, theme: str) -> None:
        """Change the colours."""
        self._theme = theme
        self._store("theme", theme)

    @Slot(str)
    def setSize(self, size: str) -> None:
        """Change the size of everything, from the next start of the Studio on."""
        self._size = size
        self._store("size", size)

    def _store(self, name: str, value: str) -> None:
        if self._settings:
            self._settings.setValue(name, value)
            self._settings.sync()
        self.changed.emit()

    @Property(str, notify=changed)
    def theme(self) -> str:
        """The colours."""
        return self._theme

    @Property(str, notify=changed)
    def size(self) -> str:
        """The size of everything, in per cent."""
        return self._size

    @Property(Rows, constant=True)
    def themes(self) -> Rows[ChoiceRow]:
        """The colours to choose from."""
        return self._themes

    @Property(Rows, constant=True)
    def sizes(self) -> Rows[ChoiceRow]:
        """The sizes to choose from."""
        return self._sizes


def scale_by(file: Path) -> None:
    """Make Qt scale everything to the size stored in a file; call this before creating the application."""
    size = _known(QSettings(str(file), QSettings.Format.IniFormat), "size", SIZES, "100")
    if size != "100" and SCALE not in os.environ:
        os.environ[SCALE] = f"{int(size) / 100}"


def _known(settings: QSettings, name: str, known: Collection[str], otherwise: str) -> str:
    value = str(settings.value(name, otherwise))
    return value if value in known else otherwise
