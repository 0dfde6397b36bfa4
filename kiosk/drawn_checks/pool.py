"""Draws a feed with a few processes at once. Each waits for one task at a time, so that none is idle."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import cast

from kiosk import __version__, resources
from kiosk.drawn_checks.job import Assignment, Proof, Task
from kiosk.media.processes import start

UI = Path(__file__).parent.parent

Progress = Callable[[int], None]
"""Is told how many drawings are done."""


PATIENCE_S = 300.0
"""How long no process may have anything to show."""


class ProofError(RuntimeError):
    """A process that draws has ended before its work was done."""


def prove(
    assignment: Assignment, tasks: Iterable[Task], processes: int, progress: Progress = lambda _done: None
) -> list[Proof]:
    """Return what came of all tasks, sorted by file; raises `ProofError`."""
    found: list[Proof] = []
    with _workers(assignment, processes) as pipes:
        for some in _results(pipes, iter(tasks)):
            found += some
            progress(len(found))
    return sorted(found, key=lambda proof: proof.file)


def _results(pipes: list[Connection], tasks: Iterator[Task]) -> Iterator[list[Proof]]:
    busy = {pipe: task for pipe in pipes if (task := _give(pipe, tasks))}
    while busy:
        ready = cast("list[Connection]", wait(list(busy), PATIENCE_S))  # or what Windows has instead
        if not ready:
            task = next(iter(busy.values()))
            raise ProofError(f"{task.slide or task.screen} takes longer than {PATIENCE_S:g} s to draw")
        for pipe in ready:
            yield _take(pipe, busy.pop(pipe))
            if task := _give(pipe, tasks):
                busy[pipe] = task


def _give(pipe: Connection, tasks: Iterator[Task]) -> Task | None:
    task = next(tasks, None)
    if task:
        pipe.send(task)
    return task


def _take(pipe: Connection, task: Task) -> list[Proof]:
    drawn = task.slide or ("the desk" if task.language else "the fallback")
    what = f"{drawn} for {task.screen} could not be drawn"
    try:
        found: list[Proof] | str = pipe.recv()
    except (EOFError, OSError) as bad:
        raise ProofError(f"{what}: the process that drew it has crashed") from bad
    if isinstance(found, str):
        raise ProofError(f"{what}: {found}")
    return found


@contextmanager
def _workers(assignment: Assignment, processes: int) -> Iterator[list[Connection]]:
    """Run processes for as long as the block lasts; give the pipes to them."""
    started = [start(_work) for _ in range(processes)]
    try:
        for _, pipe in started:
            pipe.send(assignment)
        yield [pipe for _, pipe in started]
        for _, pipe in started:
            pipe.send(None)
    except BaseException:
        for process, _ in started:
            process.terminate()
        raise
    finally:
        for process, pipe in started:
            process.join()
            pipe.close()


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
