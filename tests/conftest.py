"""What holds for every test: Qt without a display, and no warning, log message or thread left behind.

A test that expects a log message asserts on `caplog` and then calls `caplog.clear()`.
"""

import faulthandler
import gc
import logging
import os
import sys
import tempfile
import threading
from pathlib import Path

import pytest
import time_machine
from _pytest.faulthandler import fault_handler_stderr_fd_key
from hypothesis import settings
from PySide6.QtGui import QGuiApplication

from kiosk.cli.demo import publish_sample, serve_folder
from kiosk.resources import sample_feed
from kiosk.ui import fonts
from tests import days

pytest_plugins = ["pytester"]

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
fonts.select()
os.environ["LC_ALL"] = "C.UTF-8"  # Qt would take the texts of its own controls from the machine's language

# What tests keep from one run to the next is not in the cache of whoever runs them.
os.environ["XDG_CACHE_HOME"] = str(Path(__file__).resolve().parents[1] / "build" / "cache")

# A speech service of its own for each process of the tests: two that start in one folder end each other.
_runtime = tempfile.TemporaryDirectory(prefix="infodisk-")
os.environ["XDG_RUNTIME_DIR"] = _runtime.name

# The same examples on every run in CI, so that a change is blamed only for what it does; new ones at a desk.
settings.register_profile("infodisk", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("infodisk")

HERE = Path(__file__).resolve().parent
SLOW = {
    *("attacks", "cli", "device", "fuzz", "lint", "media", "publish", "studio", "sync"),
    *("test_alert_sequences.py", "test_busy_time.py", "test_cap_messages.py", "test_imports.py"),
    *("test_lock.py", "test_second_implementation.py"),
}
"""Tests that start programs or try thousands of cases, by folder or file; `make check` leaves them out."""

THREAD_END_S = 5
LONGEST_ID = 200  # characters of a parameter in the name of a test


@pytest.fixture(scope="session")
def qapp_cls():
    """The kind of application that the kiosk is: one without QtWidgets, which pytest-qt would choose."""
    return QGuiApplication


@pytest.fixture(scope="session")
def qapp(qapp):
    """Qt's application with the fonts of the product, and none of the machine's."""
    fonts.install(qapp)
    return qapp


def pytest_configure(config):
    config.addinivalue_line("markers", "slow: draws or starts programs, so that `make check` leaves it out")


def pytest_make_parametrize_id(val):
    """Name a long parameter by its beginning: workers send the name of a test with each of its reports."""
    if isinstance(val, (str, bytes)) and len(val) > LONGEST_ID:
        return f"{val[:40]!a}... of {len(val)}"
    return None


def pytest_collection_modifyitems(items):
    """Mark as slow what `make check` leaves to `make test`."""
    for item in items:
        inside = item.path.relative_to(HERE).parts if item.path.is_relative_to(HERE) else ()
        if SLOW.intersection(inside) or "qapp" in item.fixturenames:
            item.add_marker("slow")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Start each test, its fixtures and its processes at `NOW`, unless `tests.days` has set the day for all.

    The end-to-end tests share a clock with servers and other processes, which only `tests.days` can set.
    """
    if days.is_set() or "end2end" in item.path.parts:
        return (yield)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in days.ordinary().items():
            patch.setenv(name, value)
        with time_machine.travel(days.moment(days.ORDINARY)):
            return (yield)


def pytest_collection_finish():
    """Look only through what tests make."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The address of a site on loopback with the sample feed, and the path of its `root.json`."""
    folder = tmp_path_factory.mktemp("site")
    root = publish_sample(sample_feed(), folder / "site", folder / "keys")
    with serve_folder(folder / "site") as url:
        yield url, root


@pytest.fixture(autouse=True)
def no_window_left(request):
    """Let no thread of the next test delete what is left of a window, nor anybody take it for new."""
    yield
    if "qapp" in request.fixturenames:
        gc.collect()
        gc.freeze()  # what is left belongs to fixtures of a wider scope, and is not looked through again


@pytest.fixture(autouse=True)
def crash_is_reported(pytestconfig):
    """Let a crash be told where pytest lets nobody catch it; a kiosk turns it elsewhere."""
    yield
    faulthandler.enable(pytestconfig.stash[fault_handler_stderr_fd_key])


@pytest.fixture(autouse=True)
def no_thread_left():
    before = set(threading.enumerate())
    yield
    left = [thread for thread in _ours(before) if not _ends(thread)]
    assert not left, f"threads left running: {left}"
    assert _qt_pool_is_empty(), "workers of Qt's thread pool left running"


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog):
    yield
    records = [record for when in ("setup", "call", "teardown") for record in caplog.get_records(when)]
    unexpected = [
        f"{r.levelname} {r.name}: {r.getMessage()}" for r in records if r.levelno >= logging.WARNING
    ]
    assert not unexpected, "unexpected log messages:\n" + "\n".join(unexpected)


def _ours(before):
    """The new threads; without those Qt started, which Python lists for ever once they ran any Python."""
    return [t for t in set(threading.enumerate()) - before if not isinstance(t, threading._DummyThread)]


def _ends(thread):
    thread.join(THREAD_END_S)
    return not thread.is_alive()


def _qt_pool_is_empty():
    core = sys.modules.get("PySide6.QtCore")
    return core is None or core.QThreadPool.globalInstance().waitForDone(int(THREAD_END_S * 1000))
