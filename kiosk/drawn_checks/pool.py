"""Draws a feed with a few processes at once. Each waits for one task at a time, so that none is idle.

A task that ends its process, or takes too long, fails alone: it is reported as a finding, and the others
go on.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import cast

from kiosk import __version__, resources
from kiosk.drawn_checks.finding import Box, Fault, Finding
from kiosk.drawn_checks.job import Assignment, Proof, Task
from kiosk.feed.message_catalog import tr
from kiosk.feed.models import Feed
from kiosk.feed.slides import media_of
from kiosk.media.processes import kill_process, start_process

UI = Path(__file__).parent.parent

Progress = Callable[[int], None]
"""Receives how many drawings are done."""


PATIENCE_S = 120.0
"""How long a process may take for one drawing."""

START_S = 120.0
"""How long it may take until it is ready."""


class ProofError(RuntimeError):
    """No process that draws can be started."""


def draw_in_processes(
    assignment: Assignment, tasks: Iterable[Task], processes: int, progress: Progress = lambda _done: None
) -> list[Proof]:
    """Return what came of all tasks, sorted by file; raises `ProofError`."""
    found: list[Proof] = []
    with _painters(assignment, iter(tasks), processes) as painters:
        for proof in _proofs(painters):
            found.append(proof)
            progress(len(found))
    return sorted(found, key=lambda proof: proof.file)


class _Painter:
    """A process that draws, and the task that it is at; None while it starts."""

    def __init__(self, assignment: Assignment, tasks: Iterator[Task]) -> None:
        self.assignment, self.tasks = assignment, tasks
        self.start()

    def start(self) -> None:
        self.process, self.pipe = start_process(_work)
        self.task: Task | None = None
        with suppress(OSError):  # one that has ended is found out by what it sends
            self.pipe.send(self.assignment)
        self.latest = time.monotonic() + START_S

    def give(self) -> bool:
        """Hand over the next task; return whether there was one."""
        self.task = next(self.tasks, None)
        with suppress(OSError):  # as above
            self.pipe.send(self.task)
        self.latest = time.monotonic() + PATIENCE_S
        return self.task is not None

    def take(self) -> Proof | None:
        """Return what the process sends: a drawing, the failure of its task, or None if it has finished."""
        self.latest = time.monotonic() + PATIENCE_S
        try:
            sent: Proof | str | None = self.pipe.recv()
        except (EOFError, OSError):
            return self.fail(tr("the process that drew it has crashed"))
        return _failed(self.assignment.feed, self.task, sent) if isinstance(sent, str) else sent

    def fail(self, reason: str) -> Proof:
        """End the process, and begin another one for the tasks that are left."""
        kill_process(self.process, self.pipe)
        failed = _failed(self.assignment.feed, self.task, reason)
        self.start()
        return failed


def _proofs(painters: list[_Painter]) -> Iterator[Proof]:
    busy = list(painters)
    while busy:
        patience = max(0.0, min(painter.latest for painter in busy) - time.monotonic())
        # `wait` takes connections, or what Windows has instead
        ready = cast("list[Connection]", wait([painter.pipe for painter in busy], patience))
        for painter in tuple(busy):
            if painter.pipe in ready:
                sent = painter.take()
                if sent:
                    yield sent
                elif not painter.give():
                    busy.remove(painter)
            elif time.monotonic() > painter.latest:
                yield painter.fail(tr("takes longer than {seconds:g} s", seconds=PATIENCE_S))


def _failed(feed: Feed, task: Task | None, reason: str) -> Proof:
    """Return what stands for the drawings of a task that could not be made; raises `ProofError`."""
    if task is None:
        raise ProofError(tr("nothing can be drawn on this machine: {reason}", reason=reason))
    screen = feed.screens.get(task.screen)
    language = task.language or (screen.turns[0] if screen else "")
    kind = "slide" if task.slide else "page" if task.language else "rest"
    media = sorted(media_of(feed.slides[task.slide])) if task.slide in feed.slides else ()
    detail = tr("{reason} ({media})", reason=reason, media=media) if media else reason
    finding = Finding(Fault.UNDRAWN, detail, Box(0, 0, 0, 0))
    file = f"{task.screen}/{language}/{kind}-{task.slide or 'all'}-undrawn.png"
    return Proof(file, "", task.screen, language, kind, task.slide, task.slide, findings=(finding,))


@contextmanager
def _painters(assignment: Assignment, tasks: Iterator[Task], processes: int) -> Iterator[list[_Painter]]:
    """Run processes for as long as the block lasts."""
    painters = [_Painter(assignment, tasks) for _ in range(processes)]
    try:
        yield painters
    except BaseException:
        for painter in painters:
            painter.process.terminate()
        raise
    finally:
        for painter in painters:
            painter.process.join()
            painter.pipe.close()


def _work(pipe: Connection) -> None:
    from kiosk.drawn_checks.draw_worker import work  # noqa: PLC0415  # it loads Qt, which only the process needs

    work(pipe.recv(), pipe)


def product_digest() -> str:
    """Return what changes with all that draws: the code, the QML, the pictograms and the translations."""
    digest = hashlib.sha256(__version__.encode())
    shown = (resources.assets() / kind for kind in ("icons", "fonts"))
    files = [*UI.rglob("*.py"), *UI.rglob("*.qml"), *(file for kind in shown for file in kind.glob("*"))]
    for path in sorted((*files, *(resources.assets() / "i18n").glob("*.qm"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()
