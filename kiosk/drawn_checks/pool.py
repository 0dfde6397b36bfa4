"""Draw a feed in several processes. Each receives one task at a time, so that none is idle.

A task that crashes its process or takes too long is reported as a finding; the other tasks continue.
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

_PACKAGE = Path(__file__).parent.parent
Progress = Callable[[int], None]
"""Receives the number of finished drawings."""


PATIENCE_S = 120.0
"""The timeout for one drawing."""

START_S = 120.0
"""The timeout for the start of a process."""


class ProofError(RuntimeError):
    """No drawing process can be started."""


def draw_in_processes(
    assignment: Assignment, tasks: Iterable[Task], processes: int, progress: Progress = lambda _done: None
) -> list[Proof]:
    """Return the proofs of all tasks, sorted by file; raises `ProofError`."""
    proofs: list[Proof] = []
    with _painters(assignment, iter(tasks), processes) as painters:
        for proof in _proofs(painters):
            proofs.append(proof)
            progress(len(proofs))
    return sorted(proofs, key=lambda proof: proof.file)


class _Painter:
    """A drawing process and its current task, None while it starts."""

    def __init__(self, assignment: Assignment, tasks: Iterator[Task]) -> None:
        self.assignment, self.tasks = assignment, tasks
        self.start()

    def start(self) -> None:
        self.process, self.pipe = start_process(_work)
        self.task: Task | None = None
        with suppress(OSError):  # `take` notices if the process has ended
            self.pipe.send(self.assignment)
        self.deadline = time.monotonic() + START_S

    def give(self) -> bool:
        """Send the next task; return whether there was one."""
        self.task = next(self.tasks, None)
        with suppress(OSError):  # as above
            self.pipe.send(self.task)
        self.deadline = time.monotonic() + PATIENCE_S
        return self.task is not None

    def take(self) -> Proof | None:
        """Return what the process sends: a drawing, the failure of its task, or None if the task is done."""
        self.deadline = time.monotonic() + PATIENCE_S
        try:
            sent: Proof | str | None = self.pipe.recv()
        except (EOFError, OSError):
            return self.fail(tr("the process that drew it has crashed"))
        return _failed(self.assignment.feed, self.task, sent) if isinstance(sent, str) else sent

    def fail(self, reason: str) -> Proof:
        """Kill the process, and start another one for the remaining tasks."""
        kill_process(self.process, self.pipe)
        failed = _failed(self.assignment.feed, self.task, reason)
        self.start()
        return failed


def _proofs(painters: list[_Painter]) -> Iterator[Proof]:
    busy = list(painters)
    while busy:
        patience = max(0.0, min(painter.deadline for painter in busy) - time.monotonic())
        # `wait` returns connections, or their counterparts on Windows
        ready = cast("list[Connection]", wait([painter.pipe for painter in busy], patience))
        for painter in tuple(busy):
            if painter.pipe in ready:
                sent = painter.take()
                if sent:
                    yield sent
                elif not painter.give():
                    busy.remove(painter)
            elif time.monotonic() > painter.deadline:
                yield painter.fail(tr("takes longer than {seconds:g} s", seconds=PATIENCE_S))


def _failed(feed: Feed, task: Task | None, reason: str) -> Proof:
    """Return a proof that a task failed; raises `ProofError` if the process never got a task."""
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
    from kiosk.drawn_checks.draw_worker import work  # noqa: PLC0415  # loads Qt, which only the child needs

    work(pipe.recv(), pipe)


def product_digest() -> str:
    """Return a digest of everything that draws: the code, QML, pictograms, fonts and translations."""
    digest = hashlib.sha256(__version__.encode())
    shown = (resources.assets() / kind for kind in ("icons", "fonts"))
    code = (*_PACKAGE.rglob("*.py"), *_PACKAGE.rglob("*.qml"))
    files = [*code, *(file for kind in shown for file in kind.glob("*"))]
    for path in sorted((*files, *(resources.assets() / "i18n").glob("*.qm"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()
