"""The installed translation of the desk: one language at a time, switched at run time."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTranslator
from PySide6.QtQml import QQmlEngine

from kiosk.resources import assets


class Translation(QObject):
    """Sets the language of `qsTr` in QML."""

    def __init__(self, engine: QQmlEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._translator = QTranslator(self)
        self._language = ""

    def use(self, language: str) -> None:
        """Switch to `language`; to English if the product has no such translation."""
        if language == self._language:
            return
        self._language = language
        QCoreApplication.removeTranslator(self._translator)
        if self._translator.load(f"infodisk_{language}", str(assets() / "i18n")):
            QCoreApplication.installTranslator(self._translator)
        self._engine.retranslate()
