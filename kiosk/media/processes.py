"""Child processes that receive work through a pipe, and end with the parent."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess


def start(work: Callable[[Connection], None]) -> tuple[SpawnProcess, Connection]:
    """Run `work(pipe)` in a process that ignores Ctrl-C: the parent ends it.

    Only the main thread may call this, since only that may set a signal handler. What the process needs to
    know goes through the pipe: arguments are written while the parent ignores Ctrl-C as well.
    """
    context = multiprocessing.get_context("spawn")  # Qt does not survive a fork
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs,), daemon=True)
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # which is inherited
    try:
        process.start()
    finally:
        signal.signal(signal.SIGINT, before)
    theirs.close()
    return process, ours


def end(process: SpawnProcess, pipe: Connection) -> None:
    """Kill a process at once."""
    pipe.close()
    process.kill()
    process.join()
