"""Automatic fixes for problems: a mistyped value or key, and a last day that has passed.

A fix is offered only if a check of the whole feed with it no longer finds the problem, and finds no new
error.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime

from kiosk.feed import yaml_reader
from kiosk.feed.message_catalog import Message, tr
from kiosk.feed.problems import ContentError, Problem, Severity
from kiosk.feed.yaml_reader import Document, Path
from kiosk.frozen import frozen
from kiosk.studio.core.project import Project
from kiosk.studio.core.yaml_edit import REMOVED, EditError, edited


@frozen
class QuickFix:
    """A fix for a problem: its label, and the text of the file afterwards."""

    problem: Problem
    label: Message
    file: str
    text: bytes


def find_quick_fixes(project: Project, problems: list[Problem], file: str, now: datetime) -> list[QuickFix]:
    """Return the fixes for the problems of one file, at most one for each."""
    fixes = []
    for problem in problems:
        at = problem.position.file == file and file in project.texts
        if at and problem.severity is not Severity.NOTE:
            sound = (each for each in _candidates(project, problem) if _helps(project, each, problems, now))
            fixes += [each for each in [next(sound, None)] if each]
    return fixes


def _candidates(project: Project, problem: Problem) -> Iterator[QuickFix]:
    file, data = problem.position.file, project.texts[problem.position.file]
    try:
        document, text = yaml_reader.read(data, file), data.decode("utf-8")
    except (ContentError, UnicodeDecodeError):
        return
    for path, value, label in _edits(document, problem):
        with suppress(EditError, KeyError):
            yield QuickFix(problem, label, file, edited(text, path, value).encode())
    if renamed := _renamed(document, text, problem):
        yield QuickFix(problem, tr("Call it {value}", value=problem.suggestion), file, renamed.encode())


def _edits(document: Document, problem: Problem) -> Iterator[tuple[Path, object, Message]]:
    at, meant = problem.position, problem.suggestion
    for path in [path for path, place in document.values.items() if place == at and path]:
        value = _value(document, path)
        if meant and isinstance(value, str | int | float):
            yield path, meant, tr("Change it to {value}", value=meant)
            for word in f"{value}".split():  # the suggestion may replace only a part of the value
                whole = f"{value}".replace(word, meant, 1)
                yield path, whole, tr("Change it to {value}", value=whole)
        if path[-1] == "until":
            yield path, REMOVED, tr("Show it without a last day")


def _renamed(document: Document, text: str, problem: Problem) -> str:
    """Return the text with the key at a problem's position renamed as suggested; empty if there is none."""
    for path, place in document.keys.items():
        if problem.suggestion and place == problem.position and path:
            lines = text.splitlines(keepends=True)
            line, start, key = lines[place.line - 1], place.column - 1, f"{path[-1]}"
            if line[start:].startswith(key):
                lines[place.line - 1] = line[:start] + problem.suggestion + line[start + len(key) :]
                return "".join(lines)
    return ""


def _value(document: Document, path: Path) -> object:
    value: object = document.value
    for step in path:
        if not isinstance(value, dict | list):
            return None
        value = value[step]  # type: ignore[index]  # the path is one of the document
    return value


def _helps(project: Project, fix: QuickFix, before: list[Problem], now: datetime) -> bool:
    _, after = project.checked_with({fix.file: fix.text}, now)
    left = {_named(each) for each in after}
    errors = {_named(each) for each in after if each.severity is Severity.ERROR}
    return _named(fix.problem) not in left and errors <= {_named(each) for each in before}


def _named(problem: Problem) -> tuple[str, str]:
    return problem.position.file, problem.message
