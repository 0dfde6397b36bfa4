"""libyaml's syntax errors, explained to people who do not know YAML's grammar, with the place to fix."""

from __future__ import annotations

import re
from collections.abc import Callable

from yaml import MarkedYAMLError
from yaml._yaml import Mark as CMark
from yaml.error import Mark

from kiosk.feed.message_catalog import Message, tr
from kiosk.frozen import frozen

AnyMark = Mark | CMark | None


@frozen
class Complaint:
    """An error of libyaml: what it was reading, from where, what went wrong, and where.

    `letter` is the character at `start`, `met` the one at `place`.
    """

    task: str
    start: AnyMark
    fault: str
    place: AnyMark
    letter: str
    met: str

    @property
    def since(self) -> Message:
        """The start, as text."""
        return tr("line {line}", line=self.start.line + 1) if self.start else tr("a line above")


ReportedProblem = tuple[AnyMark, Message]


def explain(bad: MarkedYAMLError, text: str) -> ReportedProblem:
    """Return the place of the mistake, and an explanation."""
    start, place = bad.context_mark, bad.problem_mark or bad.context_mark
    if visible := _visible_mistake(bad.problem or "", text, start, place):
        return visible
    letters = _letter(text, start), _letter(text, place)
    complaint = Complaint(bad.context or "", start, bad.problem or "", place, *letters)
    for pattern, explanation in _EXPLANATIONS:
        if re.search(pattern, f"{complaint.task}: {complaint.fault}"):
            return explanation(complaint)
    return place, tr("{reason}", reason=", ".join(filter(None, (bad.context, bad.problem))))


def _visible_mistake(fault: str, text: str, start: AnyMark, place: AnyMark) -> ReportedProblem | None:
    """Return a mistake that the lines themselves show, whatever libyaml reported."""
    above = _line_above(text, place)
    odd = _on_line(_ODD_SPACE.search, text, place, start) or _on_line(_ODD_KEY.match, text, above)
    glued = _on_line(_GLUED.match, text, above) if "mapping values" in fault else None
    bracket = _bracketed(text, place)
    candidates: tuple[tuple[AnyMark, Message], ...] = (
        (place if _letter(text, place) == "\t" else None, tr("a tab; indent with spaces")),
        (odd, tr("a space that is not an ordinary one, as Word and web pages have; type it again")),
        (
            _on_line(_HIDDEN.match, text, place),
            tr("the line begins with an invisible character; delete the line, and type it again"),
        ),
        (
            _on_line(_CONFLICT.match, text, place, start),
            tr(
                "Git could not merge this file: keep one of the two versions, and delete the lines that "
                "begin with '<<<<<<<', '=======' and '>>>>>>>'"
            ),
        ),
        (glued, tr("the space after the colon is missing")),
        (
            place if bracket else None,
            tr("a text that begins with {letter!r} needs quotes around it", letter=bracket),
        ),
    )
    return next(((mark, message) for mark, message in candidates if mark), None)


_MAX_BRACKETED = 300  # characters
_CONFLICT = re.compile(r"<{7} |={7}$|>{7} ")
_ODD_KEY = re.compile(r"[ ]*(- )?([\u00a0\u2007\u2009\u202f]|[\w-]+:[\u00a0\u2007\u2009\u202f])")
_HIDDEN = re.compile(r"[ ]*[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_GLUED = re.compile(r"[ ]*(- )?[\w-]+:[^\s/]")
_BRACKETED = re.compile(r"(?:^|.*?[:-] )[ ]*([\[{])[^\]}]*[\]}][ ]*$")
_ODD_SPACE = re.compile(r":[\u00a0\u2007\u2009\u202f]|^[ ]*[\u00a0\u2007\u2009\u202f]")


def _line_above(text: str, mark: AnyMark) -> AnyMark:
    """Return the mark of the first character on the nearest non-empty line above, or None."""
    lines = text.split("\n")[: mark.line] if mark else []
    filled = [(number, line) for number, line in enumerate(lines) if line.strip()]
    if not filled:
        return None
    number, line = filled[-1]
    return Mark("", 0, number, len(line) - len(line.lstrip(" ")), None, 0)


def _bracketed(text: str, place: AnyMark) -> str:
    """Return the opening bracket of a value that continues after the closing one, or an empty string."""
    lines = text.split("\n")
    if place is None or place.line >= len(lines) or _letter(text, place) in {"]", "}"}:
        return ""
    match = _BRACKETED.match(lines[place.line][: place.column][-_MAX_BRACKETED:])
    return match[1] if match else ""


def _on_line(fits: Callable[[str], object], text: str, *marks: AnyMark) -> AnyMark:
    """Return the first of the marks whose line fits, or None."""
    lines = text.split("\n")
    return next((mark for mark in marks if mark and mark.line < len(lines) and fits(lines[mark.line])), None)


def _letter(text: str, mark: AnyMark) -> str:
    """Return the character at a mark, or an empty string at the end."""
    if mark is None:
        return ""
    lines = text.split("\n", mark.line + 1)
    return lines[mark.line][mark.column : mark.column + 1] if mark.line < len(lines) else ""


def _needs_quotes(complaint: Complaint) -> ReportedProblem:
    return complaint.start, tr(
        "a text that begins with {letter!r} needs quotes around it", letter=complaint.letter
    )


def _nothing_before(complaint: Complaint) -> ReportedProblem:
    message = tr(
        "there is nothing before {letter!r}; put quotes around a text that begins with it",
        letter=complaint.met,
    )
    return complaint.place, message


def _unclosed(complaint: Complaint) -> ReportedProblem:
    message = tr(
        "the {letter!r} on {since} is not closed, or a comma is missing (' #' hides the rest of a line)",
        letter=complaint.letter,
        since=complaint.since,
    )
    return complaint.place, message


def _column(complaint: Complaint) -> ReportedProblem:
    message = tr(
        "not in line with what begins on {since}: keys that belong together begin in one column, "
        "and nothing follows a closing quote",
        since=complaint.since,
    )
    return complaint.place, message


_LIST = tr("a list begins on a line of its own, each item with '- '; or write it in brackets: [one, two]")
_COLON = tr(
    "a colon too many: put quotes around a text that has ': ' in it, and begin keys that belong together in "
    "one column"
)
_ABOVE = tr(
    "the line above is not 'key: value' (the space is needed), or this line begins in the wrong column"
)
_EXPLANATIONS: tuple[tuple[str, Callable[[Complaint], ReportedProblem]], ...] = (
    ("quoted scalar: found unexpected end", lambda c: (c.start, tr("this quote is never closed"))),
    (
        "unknown escape|expected hexdecimal|character escape code",
        lambda c: (c.place, tr(r"a '\' within double quotes means more than itself; use single quotes")),
    ),
    (
        "could not find expected ':'",
        lambda c: (c.start, tr("expected 'key: value', or '- value' in a list; the space is needed")),
    ),
    ("mapping values are not allowed", lambda c: (c.place, _COLON)),
    ("mapping keys are not allowed|expected node content", _nothing_before),
    ("found unexpected document indicator", lambda c: (c.start, tr("this quote is never closed"))),
    ("block sequence entries are not allowed", lambda c: (c.place, _LIST)),
    ("cannot start any token|scanning an? (alias|anchor|tag|directive|block scalar)", _needs_quotes),
    ("expected ',' or", _unclosed),
    ("expected '-' indicator", lambda c: (c.place, tr("expected '- ' as on {since}", since=c.since))),
    ("expected key", _column),
    ("expected <document start>", lambda c: (c.place, _ABOVE)),
)
