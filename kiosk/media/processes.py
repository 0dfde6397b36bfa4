"""Child processes that receive work through a pipe, and end with the parent."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from kiosk import system


def start_process(work: Callable[[Connection], None]) -> tuple[SpawnProcess, Connection]:
    """Run `work(pipe)` in a process that Ctrl-C does not reach: the parent ends it. Any thread may call this.

    What the process needs to know goes through the pipe: arguments are written while the thread holds Ctrl-C
    back as well.
    """
    context = multiprocessing.get_context("spawn")  # Qt does not survive a fork
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs,), daemon=True)
    with system.ctrl_c_held_back():  # which is inherited
        process.start()
    theirs.close()
    return process, ours


def kill_process(process: SpawnProcess, pipe: Connection) -> None:
    """Kill a process at once."""
    pipe.close()
    process.kill()
    process.join()
