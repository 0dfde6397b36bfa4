"""Keeps visitors inside the window: keyboard shortcuts, drops and close requests are ignored.

The compositor (cage) allows one window and no switching, and systemd starts no other console; this module
handles the window itself. Keys for navigating the desk and for typing work, for visitors who need a keyboard.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtQuick import QQuickWindow

ALLOWED_MODIFIERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
MOVING = frozenset((
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space,
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Backspace,
    Qt.Key.Key_F1, Qt.Key.Key_Help,
))  # fmt: skip
TYPING = frozenset((Qt.Key.Key_Shift, Qt.Key.Key_CapsLock))
KEYS = frozenset((QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride))
REFUSED = frozenset((
    QEvent.Type.Close, QEvent.Type.Quit, QEvent.Type.Shortcut, QEvent.Type.ContextMenu,
    QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop, QEvent.Type.FileOpen,
))  # fmt: skip
SCHEMES = ("http", "https", "file", "mailto", "tel")


class Lockdown(QObject):
    """Keeps one window fullscreen and in front until `open` is called."""

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__(window)
        self._window = window
        self._locked = False

    def close(self) -> None:
        """Lock the window: fullscreen, without a pointer, ignoring everything that leads out of it."""
        if self._locked:
            return
        self._locked = True
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        self._window.setFlags(self._window.flags() | flags)
        QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)
        QGuiApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # the application exists
        for scheme in SCHEMES:
            QDesktopServices.setUrlHandler(scheme, self, "ignore")  # type: ignore[arg-type]  # the stubs require bytes, which it rejects
        self._window.windowStateChanged.connect(self._come_back)
        self._window.screenChanged.connect(self._cover)
        for screen in QGuiApplication.screens():
            self._follow(screen)
        QGuiApplication.instance().screenAdded.connect(self._follow)  # type: ignore[union-attr]  # the application exists
        self._cover()
        self._window.showFullScreen()

    def open(self) -> None:
        """Unlock, so that the kiosk itself can end."""
        if not self._locked:
            return
        self._locked = False
        self._window.windowStateChanged.disconnect(self._come_back)
        QGuiApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # the application exists
        for scheme in SCHEMES:
            QDesktopServices.unsetUrlHandler(scheme)
        QGuiApplication.restoreOverrideCursor()

    @Slot(QUrl)
    def ignore(self, _url: QUrl) -> None:
        """Follow no link."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's own name
        """Return whether the event is consumed."""
        kind = event.type()
        if kind in REFUSED or (kind in KEYS and isinstance(event, QKeyEvent) and not is_harmless(event)):
            event.setAccepted(kind == QEvent.Type.ShortcutOverride)
            return True
        return False

    def _come_back(self) -> None:
        if self._locked and self._window.windowState() != Qt.WindowState.WindowFullScreen:
            self._window.showFullScreen()

    @Slot(QScreen)
    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._cover)

    @Slot()
    def _cover(self) -> None:
        """Fit the window to the monitor, also after hotplugging, since there is no window manager."""
        screen = QGuiApplication.primaryScreen()
        if self._locked and screen and self._window.geometry() != screen.geometry():
            self._window.setGeometry(screen.geometry())


def is_harmless(event: QKeyEvent) -> bool:
    """Return whether a key only navigates the desk or types one character."""
    if event.modifiers() & ~ALLOWED_MODIFIERS:
        return False
    key, text = event.key(), event.text()
    return key in MOVING or key in TYPING or (bool(text) and text.isprintable())
