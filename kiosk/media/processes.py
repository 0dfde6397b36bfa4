"""Child processes that receive work through a pipe, and end with the parent."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from kiosk import system


def start_process(work: Callable[[Connection], None]) -> tuple[SpawnProcess, Connection]:
    """Run `work(pipe)` in a process that ignores Ctrl-C; the parent ends it. Any thread may call this.

    Send data through the pipe, not as process arguments: Ctrl-C is blocked in the calling thread, too, while
    arguments are written.
    """
    context = multiprocessing.get_context("spawn")  # Qt does not survive a fork
    parent_end, child_end = context.Pipe()
    process = context.Process(target=work, args=(child_end,), daemon=True)
    with system.ctrl_c_blocked():  # the child inherits this
        process.start()
    child_end.close()
    return process, parent_end


def kill_process(process: SpawnProcess, pipe: Connection) -> None:
    """Kill a process at once."""
    pipe.close()
    process.kill()
    process.join()
