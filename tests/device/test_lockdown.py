"""Keyboard shortcuts, drops and links cannot leave the window."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QGuiApplication
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.device.lockdown import Lockdown

K, M = Qt.Key, Qt.KeyboardModifier
ESCAPES = [
    (K.Key_F4, M.AltModifier), (K.Key_Tab, M.AltModifier), (K.Key_Tab, M.ControlModifier),
    (K.Key_Escape, M.NoModifier), (K.Key_Escape, M.AltModifier), (K.Key_Escape, M.ControlModifier),
    (K.Key_Q, M.ControlModifier), (K.Key_W, M.ControlModifier), (K.Key_C, M.ControlModifier),
    (K.Key_N, M.ControlModifier), (K.Key_O, M.ControlModifier), (K.Key_P, M.ControlModifier),
    (K.Key_T, M.ControlModifier | M.AltModifier), (K.Key_Delete, M.ControlModifier | M.AltModifier),
    (K.Key_Backspace, M.ControlModifier | M.AltModifier), (K.Key_F2, M.ControlModifier | M.AltModifier),
    (K.Key_F1, M.ControlModifier), (K.Key_F5, M.NoModifier),
    (K.Key_F11, M.NoModifier), (K.Key_F12, M.NoModifier),
    (K.Key_Super_L, M.MetaModifier), (K.Key_D, M.MetaModifier), (K.Key_L, M.MetaModifier),
    (K.Key_Menu, M.NoModifier), (K.Key_F10, M.ShiftModifier), (K.Key_Print, M.NoModifier),
    (K.Key_HomePage, M.NoModifier),
    (K.Key_LaunchMail, M.NoModifier), (K.Key_Back, M.NoModifier), (K.Key_Space, M.AltModifier),
]  # fmt: skip


class Watched(QQuickWindow):
    """A window that records the events that reach it."""

    def __init__(self):
        super().__init__()
        self.keys = []

    def keyPressEvent(self, event):  # noqa: N802  # Qt's own name
        self.keys.append(event.key())


@pytest.fixture
def window(qapp):
    window = Watched()
    lock = Lockdown(window)
    lock.close()
    yield window
    lock.open()
    window.close()


def is_whole(window):
    return window.isVisible() and window.windowState() == Qt.WindowState.WindowFullScreen


@pytest.mark.parametrize(("key", "modifiers"), ESCAPES)
def test_no_keyboard_shortcut_reaches_the_window(window, key, modifiers):
    QTest.keyClick(window, key, modifiers)
    assert set(window.keys) <= {K.Key_Shift}
    assert is_whole(window)


def test_navigation_and_typing_keys_reach_the_window(window):
    for key in (K.Key_Tab, K.Key_Return, K.Key_Left, K.Key_A, K.Key_7):
        QTest.keyClick(window, key)
    assert len(window.keys) == 5


def test_locking_twice_needs_one_unlock(qapp):
    window = Watched()
    lock = Lockdown(window)
    lock.close()
    lock.close()
    lock.open()
    assert QGuiApplication.overrideCursor() is None
    window.close()


def test_closing_is_refused_until_the_kiosk_ends(window):
    QGuiApplication.sendEvent(window, QCloseEvent())
    assert not window.close() or window.isVisible()
    assert is_whole(window)


@pytest.mark.parametrize("state", [Qt.WindowState.WindowMinimized, Qt.WindowState.WindowNoState])
def test_a_minimized_window_returns_to_fullscreen(window, state):
    window.setWindowState(state)
    assert is_whole(window)


def test_nothing_can_be_dropped(window):
    data = QMimeData()
    data.setUrls([QUrl("https://example.example/")])
    drag = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, M.NoModifier
    )
    QGuiApplication.sendEvent(window, drag)
    assert not drag.isAccepted() or drag.type() != QEvent.Type.Drop


def test_no_link_opens_another_program(window):
    assert QDesktopServices.openUrl(QUrl("https://example.example/"))


def test_the_pointer_is_hidden(window):
    assert QGuiApplication.overrideCursor().shape() == Qt.CursorShape.BlankCursor
