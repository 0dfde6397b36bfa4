"""Decodes media files in a process of its own, with a limit on its time and memory, one file at a time.

A file that ends the process, or takes too long, is what is wrong; the next one gets a new process.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import system
from kiosk.ui.proof.processes import start

if TYPE_CHECKING:
    from kiosk.ui.proof.media import Facts

PATIENCE_S = 60.0
HEAP_BYTES = 450 << 20


def examine_all(paths: Iterable[Path]) -> Iterator[tuple[Path, Facts | str]]:
    """Yield each file with its facts, or with why there are none."""
    process: SpawnProcess | None = None
    pipe: Connection | None = None
    try:
        for path in paths:
            if process is None or pipe is None:
                process, pipe = start(_serve)
            found = _ask(pipe, path)
            yield path, found
            if isinstance(found, str):
                _end(process, pipe)
                process = pipe = None
    finally:
        if process and pipe:
            _end(process, pipe)


def _ask(pipe: Connection, path: Path) -> Facts | str:
    pipe.send(path)
    if not pipe.poll(PATIENCE_S):
        return f"takes longer than {PATIENCE_S:g} s to decode"
    try:
        found: Facts | str = pipe.recv()
    except (EOFError, OSError):
        return "cannot be decoded within the memory that a kiosk has for it"
    return found


def _end(process: SpawnProcess, pipe: Connection) -> None:
    pipe.close()
    process.terminate()
    process.join()


def _serve(pipe: Connection) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 2)  # decoders complain there about what is told in the report
    from PySide6.QtGui import QImageReader  # noqa: PLC0415  # only this process decodes

    from kiosk.ui import fonts  # noqa: PLC0415  # it loads Qt
    from kiosk.ui.proof.media import examine  # noqa: PLC0415  # it loads Qt

    application = fonts.make_application(["darkroom"])
    QImageReader.setAllocationLimit(256)
    system.limit_heap(HEAP_BYTES)
    while True:
        try:
            path = pipe.recv()
        except EOFError:
            break
        try:
            pipe.send(examine(path))
        except (OSError, MemoryError) as bad:
            pipe.send(f"cannot be decoded: {bad}")
    del application
