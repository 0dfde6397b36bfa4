"""A QML engine and the one window that it makes."""

from __future__ import annotations

import atexit
import logging
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtQml import QQmlApplicationEngine, QQmlError
from PySide6.QtQuick import QQuickImageProvider, QQuickWindow

log = logging.getLogger(__name__)


class QmlWindowError(RuntimeError):
    """The QML of the product itself cannot be loaded."""


class QmlWindow:
    """Deletes the window and its engine before anything that they refer to, however the program ends.

    Otherwise PySide deletes what QML has made of Python classes first, and the bindings to it fail.
    """

    def __init__(self, imports: Path) -> None:
        self._complaints: list[str] = []
        self.engine = QQmlApplicationEngine()
        self.engine.setOutputWarningsToStandardError(False)
        self.engine.warnings.connect(self._complain)
        self.engine.addImportPath(str(imports))
        atexit.register(self.close)

    def add_images(self, **providers: QQuickImageProvider) -> None:
        """Add image providers by name."""
        for name, provider in providers.items():
            self.engine.addImageProvider(name, provider)

    def load(self, module: str, component: str, models: dict[str, QObject]) -> QQuickWindow:
        """Return the window that a component makes; raises `QmlWindowError`, also for a warning."""
        self.engine.setInitialProperties(models)
        self.engine.loadFromModule(module, component)
        roots = self.engine.rootObjects()
        if self._complaints or not roots or not isinstance(roots[0], QQuickWindow):
            raise QmlWindowError("\n".join(self._complaints) or f"{component}.qml made no window")
        return roots[0]

    def _complain(self, errors: list[QQmlError]) -> None:
        for each in errors:
            self._complaints.append(each.toString())
            log.error("%s", each.toString())

    def close(self) -> None:
        """Close the window, and delete it with its engine."""
        atexit.unregister(self.close)
        for root in self.engine.rootObjects():
            if isinstance(root, QQuickWindow):
                root.close()
        shiboken6.delete(self.engine)
