"""Media and slides of a feed that nothing uses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kiosk.checks.check_subject import Subject
from kiosk.feed.message_catalog import Message, tr
from kiosk.feed.problems import Position, Problem, warning


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a warning for each media file that no file names and each slide that is in no playlist."""
    named = {word for document in subject.documents.values() for word in _strings(document.value)}
    for name in subject.feed.media:
        if name not in named:
            yield warning(Position(name), tr("not used: no file of the feed names it"))
    listed = {slide for playlist in subject.feed.playlists.values() for slide in playlist.slides}
    for name in subject.feed.slides:
        if name not in listed:
            yield warning(subject.at("slides", name), _unlisted(name))


def _unlisted(name: str) -> Message:
    return tr("not used: this slide is in no playlist; add {name!r} to the 'slides' of one", name=name)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
