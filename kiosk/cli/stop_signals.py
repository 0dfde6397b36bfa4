"""Stopping a long-running command: at once on a signal, and after a time limit if it hangs."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

from kiosk.net.interrupt import Interrupt

SIGNALS = (signal.SIGINT, signal.SIGTERM)
LAST_S = 0.5
"""The time allowed for clean-up after a signal, in seconds."""


class StopSignals:
    """Makes SIGINT and SIGTERM set `interrupt` and end the process within a second.

    The process exits through `SystemExit`, which releases locks and leases, and forcibly if that takes too
    long. Threads and memory are left to the operating system: Python would spend most of a second on them.
    """

    def __init__(self, code: int | None = None) -> None:
        """Exit with `code`, or as shells report a signal: 128 plus its number."""
        self.interrupt = Interrupt()
        self._code = code

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Handle the signals while the block runs."""
        before = {number: signal.signal(number, self._end) for number in SIGNALS}
        try:
            yield
        except SystemExit as end:
            if self.interrupt.is_set():
                _leave(end.code)
            raise
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _end(self, number: int, _frame: FrameType | None) -> None:
        code = 128 + number if self._code is None else self._code
        self.interrupt.set()
        start_timer(LAST_S, code)
        raise SystemExit(code)


def _leave(code: object) -> NoReturn:
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # nobody reads the stream any longer
            stream.flush()
    os._exit(code if isinstance(code, int) else 1)


def start_timer(seconds: float, code: int) -> threading.Timer:
    """Exit this process forcibly with `code` after some seconds, unless the timer is cancelled."""
    timer = threading.Timer(seconds, os._exit, [code])
    timer.daemon = True
    timer.start()
    return timer
