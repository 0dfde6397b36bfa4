"""Run one function in a separate process, with limits on time and memory enforced by the system.

For input that is signed but may be expensive to process: the calling process keeps running whatever happens.
The function takes bytes and returns bytes.
"""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable

from kiosk.frozen import frozen

FAILED, LIMIT_HIT = 3, 4
"""Exit codes of the process."""

EXCEEDED = {
    LIMIT_HIT,
    *(-each for each in (signal.SIGABRT, signal.SIGSEGV, getattr(signal, "SIGXCPU", 0))),
}
"""Exit codes of a process that exceeds its limits; C code aborts when it runs out of memory."""

MAX_MESSAGE = 2000  # characters


@frozen
class ProcessLimits:
    """The limits: seconds of processor time, seconds of wall time, bytes of memory."""

    cpu_s: int = 5
    wall_s: float = 60.0
    memory: int = 1 << 30


class IsolatedError(Exception):
    """The function raised an error (with its message), exceeded a limit, did not start, or was killed."""

    def __init__(
        self, words: str, *, exceeded: bool = False, could_not_start: bool = False, ended: bool = False
    ) -> None:
        super().__init__(words)
        self.exceeded, self.could_not_start, self.ended = exceeded, could_not_start, ended


def run(function: Callable[[bytes], bytes], data: bytes, limits: ProcessLimits | None = None) -> bytes:
    """Return `function(data)` for a module-level function; raises `IsolatedError`."""
    return run_named((function.__module__, function.__qualname__), data, limits)


def run_named(function: tuple[str, str], data: bytes, limits: ProcessLimits | None = None) -> bytes:
    """Like `run`, with the module and name of a function that this process need not import."""
    limits = limits or ProcessLimits()
    command = [sys.executable, "-m", "kiosk.isolated", *function, str(limits.cpu_s), str(limits.memory)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=limits.wall_s, check=False)  # noqa: S603  # our own module
    except subprocess.TimeoutExpired as late:
        raise IsolatedError(f"takes more than {limits.wall_s:g} s", exceeded=True) from late
    except OSError as bad:
        raise IsolatedError(f"cannot start a process: {bad.strerror}", could_not_start=True) from bad
    if done.returncode == FAILED:
        raise IsolatedError(done.stderr.decode(errors="replace")[:MAX_MESSAGE].strip())
    if done.returncode in EXCEEDED:
        limit = f"{limits.cpu_s} s of processor time or {limits.memory >> 20} MB of memory"
        raise IsolatedError(f"takes more than {limit}", exceeded=True)
    if done.returncode:
        raise IsolatedError(f"the process ended with exit code {done.returncode}", ended=True)
    return done.stdout


def main() -> int:
    """Run the function named by the arguments on standard input; return the exit code."""
    module, name, cpu_s, memory = sys.argv[1:]
    function = getattr(importlib.import_module(module), name)
    data = sys.stdin.buffer.read()
    if hasattr(os, "nice"):
        os.nice(10)  # drawing on the screen has priority
    _limit(int(cpu_s), int(memory))
    try:
        output = function(data)
    except (MemoryError, RecursionError):
        return LIMIT_HIT
    except Exception as bad:  # noqa: BLE001  # reported to the caller
        sys.stderr.write(str(bad))
        return FAILED
    sys.stdout.buffer.write(output)
    return 0


def _limit(cpu_s: int, memory: int) -> None:
    """Set the limits of this process; where the system has none, only the wall time is limited."""
    try:
        import resource  # noqa: PLC0415  # not on every system
    except ImportError:
        return
    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    most = int(used) + 1 + cpu_s
    resource.setrlimit(resource.RLIMIT_CPU, (most, most + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
