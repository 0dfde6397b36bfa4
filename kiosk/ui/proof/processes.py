"""Processes that work for the one who asked, each with a pipe to talk to it; they end with that one."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess


def start(work: Callable[[Connection], None]) -> tuple[SpawnProcess, Connection]:
    """Run `work(pipe)` in a process of its own, to which Ctrl-C says nothing: the one who asked will end it.

    Only the main thread may ask, as only that may choose what a signal does. What the process is to know
    goes through the pipe: as an argument it would be waited for with this process deaf as well.
    """
    context = multiprocessing.get_context("spawn")  # Qt does not outlive a fork
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs,), daemon=True)
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # which is inherited
    try:
        process.start()
    finally:
        signal.signal(signal.SIGINT, before)
    theirs.close()
    return process, ours
