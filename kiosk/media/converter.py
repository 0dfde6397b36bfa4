"""Examine and convert media in an isolated process, with bounded time and memory, one file at a time.

A file that crashes the process or takes too long is refused; the next one gets a new process.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from kiosk import system
from kiosk.feed.message_catalog import tr
from kiosk.media.media_facts import MediaFacts, Order
from kiosk.media.processes import kill_process, start_process

PATIENCE_S = 60.0
"""The timeout for one page, one picture, or a few frames of a film."""

LONGEST_S = 900.0
"""The timeout for a whole file."""

HEAP_BYTES = 1 << 30


def convert_all(orders: Iterable[Order]) -> Iterator[MediaFacts | str]:
    """Yield the facts of each file in order, or why it cannot be examined."""
    process: SpawnProcess | None = None
    pipe: Connection | None = None
    try:
        for order in orders:
            if process is None or pipe is None:
                process, pipe = start_process(_serve)
            facts = _ask(pipe, order)
            yield facts
            if isinstance(facts, str):
                kill_process(process, pipe)
                process = pipe = None
    finally:
        if process and pipe:
            kill_process(process, pipe)


def _ask(pipe: Connection, order: Order) -> MediaFacts | str:
    deadline = time.monotonic() + LONGEST_S
    try:
        pipe.send(order)
        while pipe.poll(max(0.0, min(PATIENCE_S, deadline - time.monotonic()))):
            answer: MediaFacts | str | None = pipe.recv()
            if answer is not None:  # None means that work continues
                return answer
    except (EOFError, OSError):
        return tr("cannot be decoded within the memory that is allowed for it; make it simpler or smaller")
    return tr("takes longer than {seconds:g} s to decode; make it simpler or smaller", seconds=PATIENCE_S)


def _serve(pipe: Connection) -> None:
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 2)  # decoders print what the facts already contain
    from kiosk.media.examination import examine  # noqa: PLC0415  # loads the decoders

    system.limit_heap(HEAP_BYTES)
    while True:
        try:
            order = pipe.recv()
        except EOFError:
            break
        try:
            pipe.send(examine(order, lambda: pipe.send(None)))
        except MemoryError:
            pipe.send(tr("cannot be decoded: {reason}", reason=tr("it takes too much memory")))
        except Exception as bad:  # noqa: BLE001  # decoders raise all kinds of exceptions
            pipe.send(tr("cannot be decoded: {reason}", reason=str(bad) or type(bad).__name__))
