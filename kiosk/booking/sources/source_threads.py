"""Sources that are read side by side, each in a thread, for as long as the caller waits."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from kiosk.net.interrupt import Interrupt

Outcome = TypeVar("Outcome")
Reader = Callable[[Interrupt], Outcome]


class SourceThreads(Generic[Outcome]):
    """The threads that read the sources. None is joined at the end: a hanging thread is abandoned.

    Setting `interrupt` ends the reading. A reader returns its outcome, whatever happens.
    """

    def __init__(self, readers: Mapping[str, Reader[Outcome]], at_once: int) -> None:
        self.interrupt = Interrupt()
        self._count = len(readers)
        self._known: dict[str, Outcome] = {}
        self._read: queue.SimpleQueue[tuple[str, Outcome]] = queue.SimpleQueue()
        self._waiting: queue.SimpleQueue[tuple[str, Reader[Outcome]]] = queue.SimpleQueue()
        self._began = time.monotonic()
        for each in readers.items():
            self._waiting.put(each)
        for number in range(min(at_once, self._count)):
            threading.Thread(target=self._work, name=f"source reader {number}", daemon=True).start()

    def _work(self) -> None:
        while not self.interrupt.is_set():
            try:
                name, read = self._waiting.get_nowait()
            except queue.Empty:
                return
            self._read.put((name, read(self.interrupt)))

    def until(self, seconds: float) -> dict[str, Outcome]:
        """Return what is known so many seconds after the start, or as soon as all sources have been read."""
        while len(self._known) < self._count:
            left = self._began + seconds - time.monotonic()
            try:
                name, outcome = self._read.get(timeout=max(left, 0.001))
            except queue.Empty:
                break
            self._known[name] = outcome
        return dict(self._known)
