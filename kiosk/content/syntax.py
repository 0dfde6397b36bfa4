"""What libyaml could not read, in words for people who do not know its grammar, at the place to look at."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from yaml import MarkedYAMLError
from yaml._yaml import Mark as CMark
from yaml.error import Mark

AnyMark = Mark | CMark | None


@dataclass(frozen=True)
class Complaint:
    """What libyaml said: what it was at, since where, and what it met there; `letter` stands at `start`."""

    task: str
    start: AnyMark
    fault: str
    place: AnyMark
    letter: str

    @property
    def since(self) -> str:
        """Where it began, in words."""
        return f"line {self.start.line + 1}" if self.start else "a line above"


Told = tuple[AnyMark, str]


def told(bad: MarkedYAMLError, text: str) -> Told:
    """Return where to look, and what is wrong there."""
    start, place = bad.context_mark, bad.problem_mark or bad.context_mark
    if _letter(text, place) == "\t":
        return place, "a tab; indent with spaces"
    complaint = Complaint(bad.context or "", start, bad.problem or "", place, _letter(text, start))
    for pattern, say in _SAYINGS:
        if re.search(pattern, f"{complaint.task}: {complaint.fault}"):
            return say(complaint)
    return place, ", ".join(filter(None, (bad.context, bad.problem)))


def _letter(text: str, mark: AnyMark) -> str:
    """Return what stands at a place, or an empty string at an end."""
    if mark is None:
        return ""
    lines = text.split("\n", mark.line + 1)
    return lines[mark.line][mark.column : mark.column + 1] if mark.line < len(lines) else ""


def _first(complaint: Complaint) -> Told:
    return complaint.start, f"a text that begins with {complaint.letter!r} needs quotes around it"


def _unclosed(complaint: Complaint) -> Told:
    what = f"the {complaint.letter!r} on {complaint.since} is not closed, or a comma is missing"
    return complaint.place, f"{complaint.fault.removeprefix('did not find ')}: {what}"


def _column(complaint: Complaint) -> Told:
    words = (
        f"not in line with what begins on {complaint.since}: keys that belong together begin in one column"
    )
    return complaint.place, f"{words}, and nothing follows a closing quote"


_COLON = (
    "a colon too many: put quotes around a text that has ': ' in it, and begin keys that belong together in "
    "one column"
)
_ABOVE = "what stands above is no 'key: value' (the space is needed), or this does not begin in its column"
_SAYINGS: tuple[tuple[str, Callable[[Complaint], Told]], ...] = (
    ("quoted scalar: found unexpected end", lambda c: (c.start, "this quote is never closed")),
    (
        "unknown escape|expected hexdecimal",
        lambda c: (c.place, r"a '\' within double quotes means more than itself; use single quotes"),
    ),
    (
        "could not find expected ':'",
        lambda c: (c.start, "expected 'key: value', or '- value' in a list; the space is needed"),
    ),
    ("mapping values are not allowed", lambda c: (c.place, _COLON)),
    ("cannot start any token|scanning an (alias|anchor)|scanning a block scalar", _first),
    ("expected ',' or", _unclosed),
    ("expected '-' indicator", lambda c: (c.place, f"expected '- ' as on {c.since}")),
    ("expected key", _column),
    ("expected <document start>", lambda c: (c.place, _ABOVE)),
)
