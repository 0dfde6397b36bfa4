"""Template texts from `kiosk feed add` that were never replaced, and other signs of an unfinished text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kiosk.checks.check_subject import Subject
from kiosk.feed.file_templates import PLACEHOLDERS
from kiosk.feed.message_catalog import short_value, tr
from kiosk.feed.problems import Problem, Severity, error, warning
from kiosk.feed.references import TEXTS
from kiosk.feed.yaml_reader import Document, Path

_TEMPLATE = re.compile(
    rf"(?:{'|'.join(map(re.escape, sorted(PLACEHOLDERS)))})(?: \([a-z]{{2,3}}(?:_[A-Z]{{2}})?\))?"
)
_UNFINISHED = re.compile(r"\b(?:TODO|TBD|FIXME|XXX)\b|\?\?\?|(?i:lorem ipsum|klicka här för att)")


def check(subject: Subject) -> Iterator[Problem]:
    """Yield an error for each template text that would be shown, and a warning for what looks unfinished.

    A slide in no playlist is never shown: only its first problem is reported, as a warning.
    """
    shown_slides = {slide for playlist in subject.feed.playlists.values() for slide in playlist.slides}
    for file, document in subject.documents.items():
        kind, _, name = file.removesuffix(".yaml").partition("/")
        if kind != "slides" or name in shown_slides:
            yield from _placeholders(document)
        else:
            first = itertools.islice(_placeholders(document), 1)
            yield from (replace(each, severity=Severity.WARNING) for each in first)


def _placeholders(document: Document) -> Iterator[Problem]:
    for path, text in _texts(document.value, ()):
        if _TEMPLATE.fullmatch(text):
            message = tr("the template text is still here: {text}; write your own", text=short_value(text))
            yield error(document.position(path), message)
        elif match := _UNFINISHED.search(text):
            yield warning(
                document.position(path),
                tr("unfinished text: {found}", found=short_value(match[0])),
            )


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:  # noqa: ANN401  # any YAML value
    if isinstance(value, str) and any(step in TEXTS for step in path):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
