"""A QML engine and its one window."""

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
    """The product's own QML cannot be loaded."""


class QmlWindow:
    """Deletes the window and its engine before the objects that they refer to, however the program ends.

    Otherwise PySide deletes instances of Python classes that QML has created first, and their bindings fail.
    """

    def __init__(self, imports: Path) -> None:
        self._warnings: list[str] = []
        self.engine = QQmlApplicationEngine()
        self.engine.setOutputWarningsToStandardError(False)
        self.engine.warnings.connect(self._add_warnings)
        self.engine.addImportPath(str(imports))
        atexit.register(self.close)

    def add_images(self, **providers: QQuickImageProvider) -> None:
        """Add image providers by name."""
        for name, provider in providers.items():
            self.engine.addImageProvider(name, provider)

    def load(self, module: str, component: str, models: dict[str, QObject]) -> QQuickWindow:
        """Return the window that a component creates; raises `QmlWindowError`, even for a mere warning."""
        self.engine.setInitialProperties(models)
        self.engine.loadFromModule(module, component)
        roots = self.engine.rootObjects()
        if self._warnings or not roots or not isinstance(roots[0], QQuickWindow):
            raise QmlWindowError("\n".join(self._warnings) or f"{component}.qml created no window")
        return roots[0]

    def _add_warnings(self, errors: list[QQmlError]) -> None:
        for error in errors:
            self._warnings.append(error.toString())
            log.error("%s", error.toString())

    def close(self) -> None:
        """Close the window, and delete it with its engine."""
        atexit.unregister(self.close)
        for root in self.engine.rootObjects():
            if isinstance(root, QQuickWindow):
                root.close()
        shiboken6.delete(self.engine)
