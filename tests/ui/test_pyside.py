"""PySide must not lose references where the kiosk calls it for years; 6.12.0 does, and ends in an abort."""

import gc
import sys
from types import SimpleNamespace

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QSortFilterProxyModel, Qt, QTimer, Signal
from PySide6.QtQuick import QQuickWindow

from kiosk.device.lockdown import Lockdown
from kiosk.device.watchdog import is_seen
from kiosk.ui.rows import Rows
from kiosk.ui.shell.shell import Shell
from tests.ui.test_rows import Fruit

TIMES = 500


class Bell(QObject):
    rung = Signal(bool)


def drift(act):
    """Return how the counts of None and True change a call."""
    before = sys.getrefcount(None), sys.getrefcount(True)  # the object itself is counted
    for _ in range(TIMES):
        act()
    after = sys.getrefcount(None), sys.getrefcount(True)  # as above
    return [abs(new - old) / TIMES for old, new in zip(before, after, strict=True)]


def test_a_signal_to_python_keeps_the_counts(qapp):
    bell = Bell()
    bell.rung.connect(lambda _on: None)
    assert max(drift(lambda: bell.rung.emit(True))) < 0.1


def test_a_timer_to_python_keeps_the_counts(qapp):
    owner = QObject()

    def once():
        QTimer.singleShot(0, owner, lambda: None)
        QCoreApplication.processEvents()

    assert max(drift(once)) < 0.1


def test_a_model_read_by_qt_keeps_the_counts(qapp):
    proxy = QSortFilterProxyModel()
    rows = Rows(Fruit, None, [Fruit("apple")])
    proxy.setSourceModel(rows)
    index = proxy.index(0, 0, QModelIndex())
    assert max(drift(lambda: proxy.data(index, Qt.ItemDataRole.DecorationRole))) < 0.1


def test_what_qml_reads_has_the_shape_of_its_class(screen_of):
    """A method that is connected and is no Slot gives its object a shape (QMetaObject) of its own.

    QML remembers shapes by their address, longer than the object lives: what comes to lie there later is then
    read as what was there before, and all its properties are undefined.
    """
    shell = screen_of().shell
    models = (shell.display, shell.player, shell.bar, shell.notices, shell.desk, shell.read_aloud)
    for model in (*models, shell.maintenance, shell.printing):
        methods = range(type(model).staticMetaObject.methodCount(), model.metaObject().methodCount())
        assert [bytes(model.metaObject().method(at).name()).decode() for at in methods] == [], model


def test_the_screen_outlives_the_windows_of_the_kiosk(qapp):
    """A screen that was asked of windows is theirs to PySide, and deleted with them: nobody asks a window."""

    def once():
        window = QQuickWindow()
        lock = Lockdown(window)
        lock.close()
        is_seen(window)
        Shell.show_within_screen(SimpleNamespace(window=window))
        lock.open()
        window.close()

    once(), once()
    gc.collect()
    assert qapp.screens()
