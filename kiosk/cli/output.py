"""The output of commands: one line per error, progress on a terminal, only the result in a pipe.

Exit status 0 means success, 1 a problem that was printed, 2 wrong usage. All output goes through this
module, which makes foreign text printable and removes passwords.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import typer

from kiosk.cli import language, source_line
from kiosk.feed.message_catalog import error_message, in_language, tr
from kiosk.feed.printable import printable, printable_json, printable_value, safe_line, without_passwords
from kiosk.feed.problems import ContentError, Problem, Severity

ReportProgress = Callable[[str, int, int], None]
"""Called with the name of the current item, the bytes done so far, and the total bytes."""


def echo(*lines: object, err: bool = False) -> None:
    """Print each of `lines` as exactly one line, with messages in the command's language."""
    for line in lines:
        typer.echo(printable(without_passwords(as_text(line))), err=err)


def as_text(line: object) -> str:
    """Return the text to print for a message, a problem of a feed, an error, or anything else."""
    if isinstance(line, Problem):
        return line.in_language(language.current())
    if isinstance(line, Exception):
        line = error_message(line)
    return in_language(line, language.current()) if isinstance(line, str) else str(line)


def echo_in_full(*lines: object) -> None:
    """Print each of `lines` in full, including passwords in addresses: an admin is going to sign them."""
    for line in lines:
        typer.echo(printable(as_text(line)))


def echo_json(value: object) -> None:
    """Print `value` as JSON."""
    typer.echo(printable_json(value))


def echo_json_line(value: object) -> None:
    """Print `value` as JSON on one line."""
    typer.echo(without_passwords(printable_value(value)))


def echo_document(text: str) -> None:
    """Print a document that this program generated, unchanged."""
    typer.echo(text, nl=False)


def fail(message: object) -> NoReturn:
    """Print one line for an error, or for each problem of a feed, and exit with 1."""
    lines = message.problems if isinstance(message, ContentError) else (message,)
    echo(*(f"kiosk: {safe_line(as_text(line))}" for line in lines), err=True)
    raise typer.Exit(1)


@contextmanager
def exit_on(*kinds: type[Exception]) -> Iterator[None]:
    """Print an expected error as one line and exit with 1."""
    try:
        yield
    except kinds as bad:
        fail(bad)


def echo_problems(
    found: Iterable[Problem],
    *,
    as_json: bool,
    strict: bool = False,
    notes: bool = True,
    folder: Path | None = None,
) -> None:
    """Print the problems of a feed, one per line or as a JSON list; exit with 1 if there is an error.

    With `strict`, warnings and notes count as errors. Without `notes`, notes are only counted. On a terminal,
    each problem is followed by the line of the file in `folder` that it refers to. JSON is always in English.
    """
    found = tuple(replace(problem, severity=Severity.ERROR) if strict else problem for problem in found)
    if as_json:
        echo_json([problem_json(problem) for problem in found])
    else:
        _lines(found, notes=notes, folder=folder if sys.stdout.isatty() else None)
    if any(problem.severity is Severity.ERROR for problem in found):
        raise typer.Exit(1)


def _lines(found: tuple[Problem, ...], *, notes: bool, folder: Path | None) -> None:
    for problem in found:
        if notes or problem.severity is not Severity.NOTE:
            echo(problem)
            if folder:
                echo(*source_line.pointed_out(folder, problem.position))
    count = sum(problem.severity is Severity.NOTE for problem in found)
    if count and not notes:
        echo(tr("still to be done: {count}; --notes lists them", count=count), err=True)


def problem_json(problem: Problem) -> dict[str, object]:
    """Return a problem as JSON values, in English."""
    place = problem.position
    return {
        "severity": problem.severity.name.lower(),
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "message": problem.message,
        "suggestion": problem.suggestion,
    }


@contextmanager
def progress_bar() -> Iterator[ReportProgress]:
    """Yield a function that shows a progress bar in bytes on a terminal, and does nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _what, _done, _total: None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    columns = (TextColumn("{task.description:40.40}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("", total=None)
        yield lambda what, done, total: bars.update(
            task, description=escape(printable(what)), completed=done, total=total
        )


@contextmanager
def item_progress_bar(what: str, total: int) -> Iterator[Callable[[int], None]]:
    """Yield a function that shows a progress bar in items on a terminal, and does nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("", total=total)
        yield lambda done: bars.update(task, completed=done, total=max(done, total))
