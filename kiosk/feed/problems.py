"""Problems in a feed with their positions: collected, never raised one by one.

A `Problem` is a value. `ContentError` carries a list of them out of a reader that cannot return a feed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from kiosk.feed.message_catalog import in_language, tr


class Severity(IntEnum):
    """How serious a problem is; the most serious sort first."""

    ERROR = 0
    WARNING = 1
    NOTE = 2


_SEVERITIES = {Severity.ERROR: tr("error"), Severity.WARNING: tr("warning"), Severity.NOTE: tr("note")}


@dataclass(frozen=True, order=True)
class Position:
    """A place in a file of the feed; `line` and `column` count from 1, 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, order=True)
class Problem:
    """One problem: its severity, position and message, and what was probably meant."""

    severity: Severity
    position: Position
    message: str
    suggestion: str = ""

    def __str__(self) -> str:
        return self.in_language("en")

    def in_language(self, language: str) -> str:
        """Return the problem on one line, in one of the languages of messages."""
        message = in_language(self.message, language)
        if self.suggestion:
            hint = tr("{message} (did you mean {suggestion!r}?)", message=message, suggestion=self.suggestion)
            message = in_language(hint, language)
        return f"{self.position}: {in_language(_SEVERITIES[self.severity], language)}: {message}"


class ContentError(Exception):
    """A feed, or a part of it, cannot be used; `problems` lists everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


def error(position: Position, message: str, suggestion: str = "") -> Problem:
    """Return a problem that prevents publishing."""
    return Problem(Severity.ERROR, position, message, suggestion)


def warning(position: Position, message: str, suggestion: str = "") -> Problem:
    """Return a problem that an admin should look at."""
    return Problem(Severity.WARNING, position, message, suggestion)


def note(position: Position, message: str) -> Problem:
    """Return a note about something that is not a mistake, but still to be done."""
    return Problem(Severity.NOTE, position, message)


LONGEST_WORD = 100
"""A longer word is not a typing mistake, and the cost of comparing grows with the square of its length."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that was probably meant by `word`, ignoring case, or an empty string."""
    if len(word) > LONGEST_WORD:
        return ""
    import difflib  # noqa: PLC0415  # screens never need it

    by_lower = {each.lower(): each for each in known}
    return by_lower.get(
        next(iter(difflib.get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)), ""), ""
    )
