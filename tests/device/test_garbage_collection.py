"""Garbage is collected in the main thread only, whatever other threads allocate."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from kiosk.device.garbage_collection import FULL_EVERY, GarbageCollector

MANY = 100_000


@pytest.fixture
def garbage(qapp):
    gc.unfreeze()
    gc.collect()
    garbage = GarbageCollector()
    yield garbage
    garbage.deleteLater()
    gc.collect()
    gc.freeze()
    gc.enable()


def a_cycle(collected):
    thing = QObject()
    thing.itself = thing
    weakref.finalize(thing, lambda: collected.append(threading.current_thread()))
    return thing


def test_other_threads_delete_nothing(garbage):
    collected, kept = [], []
    a_cycle(collected)
    thread = threading.Thread(target=lambda: kept.extend([number] for number in range(MANY)))
    thread.start()
    thread.join()
    assert collected == []
    garbage.check()
    assert collected == [threading.main_thread()]


def test_old_objects_are_collected_too(garbage):
    collected = []
    old = a_cycle(collected)
    gc.collect(0), gc.collect(1)
    del old
    for _ in range(FULL_EVERY - 1):
        garbage.check()
    assert collected == []
    garbage.check()
    assert collected == [threading.main_thread()]
    assert gc.get_freeze_count() > 0
