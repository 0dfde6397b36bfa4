"""Child processes that receive work through a pipe, and end with the parent."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess


def start(work: Callable[[Connection], None]) -> tuple[SpawnProcess, Connection]:
    """Run `work(pipe)` in a process that Ctrl-C does not reach: the parent ends it. Any thread may call this.

    What the process needs to know goes through the pipe: arguments are written while the thread holds Ctrl-C
    back as well.
    """
    context = multiprocessing.get_context("spawn")  # Qt does not survive a fork
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs,), daemon=True)
    resource_tracker.ensure_running()  # at its own start it would let Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # which is inherited
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    theirs.close()
    return process, ours


def end(process: SpawnProcess, pipe: Connection) -> None:
    """Kill a process at once."""
    pipe.close()
    process.kill()
    process.join()
