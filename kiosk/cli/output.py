"""How commands speak: one clear line for an error, progress on a terminal, in a pipe only what was asked for.

Exit 0 is fine, 1 a problem that was printed, 2 wrong usage. All that any command prints goes through here,
where text from outside is made printable and passwords are left out.
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
from kiosk.feed.message_catalog import in_language, of_error, tr
from kiosk.feed.printable import printable, printable_json, printable_value, safe_line, without_passwords
from kiosk.feed.problems import ContentError, Problem, Severity

ReportProgress = Callable[[str, int, int], None]
"""Told what is under way, the bytes done so far, and the bytes in all."""


def echo(*lines: object, err: bool = False) -> None:
    """Print each of `lines` as exactly one line, whatever it holds; messages in the command's language."""
    for line in lines:
        typer.echo(printable(without_passwords(as_text(line))), err=err)


def as_text(line: object) -> str:
    """Return what is printed of a message, a problem of a feed, an error, or anything else."""
    if isinstance(line, Problem):
        return line.in_language(language.current())
    if isinstance(line, Exception):
        line = of_error(line)
    return in_language(line, language.current()) if isinstance(line, str) else str(line)


def echo_in_full(*lines: object) -> None:
    """Print each line of what is to be signed as one line, whole: also the password of an address in it."""
    for line in lines:
        typer.echo(printable(as_text(line)))


def echo_json(value: object) -> None:
    """Print `value` as JSON."""
    typer.echo(printable_json(value))


def echo_json_line(value: object) -> None:
    """Print `value` as JSON on one line."""
    typer.echo(without_passwords(printable_value(value)))


def echo_document(text: str) -> None:
    """Print a whole document that this program wrote, as it is."""
    typer.echo(text, nl=False)


def fail(message: object) -> NoReturn:
    """Print one line on what is wrong, or on each problem of a feed, and end with 1."""
    found = message.problems if isinstance(message, ContentError) else (message,)
    echo(*(f"kiosk: {safe_line(as_text(each))}" for each in found), err=True)
    raise typer.Exit(1)


@contextmanager
def exit_on(*kinds: type[Exception]) -> Iterator[None]:
    """Turn errors that a command expects into one line and exit 1."""
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
    """Print the problems of a feed: a line each, or one JSON list; ends with 1 if one of them is an error.

    If it is `strict`, warnings and notes are errors. Without `notes` these are only counted. On a terminal,
    each is followed by the line of the file in `folder` that it is about. JSON is in English, for programs.
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
    """Return a problem for JSON, which is in English."""
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
    """Give a function that shows the bytes done of all on a terminal, and nothing anywhere else."""
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
    """Give a function that shows how many of about `total` are done on a terminal, and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("", total=total)
        yield lambda done: bars.update(task, completed=done, total=max(done, total))
