"""Reads sources in parallel, each in a thread, for as long as the caller waits."""

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
    """The threads that read the sources. They are never joined: a hanging thread is abandoned.

    Setting `interrupt` ends the reading. A reader must always return an outcome, and never raise.
    """

    def __init__(self, readers: Mapping[str, Reader[Outcome]], at_once: int) -> None:
        self.interrupt = Interrupt()
        self._count = len(readers)
        self._outcomes: dict[str, Outcome] = {}
        self._finished: queue.SimpleQueue[tuple[str, Outcome]] = queue.SimpleQueue()
        self._waiting: queue.SimpleQueue[tuple[str, Reader[Outcome]]] = queue.SimpleQueue()
        self._began = time.monotonic()
        for named_reader in readers.items():
            self._waiting.put(named_reader)
        for number in range(min(at_once, self._count)):
            threading.Thread(target=self._work, name=f"source reader {number}", daemon=True).start()

    def _work(self) -> None:
        while not self.interrupt.is_set():
            try:
                name, read = self._waiting.get_nowait()
            except queue.Empty:
                return
            self._finished.put((name, read(self.interrupt)))

    def until(self, seconds: float) -> dict[str, Outcome]:
        """Return the outcomes `seconds` after the start, or as soon as all sources have been read."""
        while len(self._outcomes) < self._count:
            left = self._began + seconds - time.monotonic()
            try:
                name, outcome = self._finished.get(timeout=max(left, 0.001))
            except queue.Empty:
                break
            self._outcomes[name] = outcome
        return dict(self._outcomes)
