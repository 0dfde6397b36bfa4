"""The installed translation of the desk: one language at a time, changed while the screen is in use."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTranslator
from PySide6.QtQml import QQmlEngine

from kiosk.resources import assets


class Translation(QObject):
    """Makes `qsTr` in QML speak one language."""

    def __init__(self, engine: QQmlEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._translator = QTranslator(self)
        self._language = ""

    def use(self, language: str) -> None:
        """Speak `language` from here on; English where the product has no translation."""
        if language == self._language:
            return
        self._language = language
        QCoreApplication.removeTranslator(self._translator)
        if self._translator.load(f"infodisk_{language}", str(assets() / "i18n")):
            QCoreApplication.installTranslator(self._translator)
        self._engine.retranslate()
