"""The changes in a new feed, and the screens that they affect. Pure.

Compares the published documents, so every kind of part is covered, including kinds unknown to this module.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from kiosk.feed.message_catalog import Message, tr
from kiosk.feed.models import Feed, Screen, Settings
from kiosk.feed.serialization import write_feed
from kiosk.feed.targeting import media_for, notices_for, playlists_for
from kiosk.publish.json_differences import MISSING, Difference, differences, read_json

SETTINGS = "settings"
_SETTINGS_FIELDS = {"format", *(each.name for each in fields(Settings))}


@dataclass(frozen=True, order=True)
class Change:
    """One part of the feed that was `added`, `removed` or `changed`; `id` is empty for the settings."""

    kind: str
    id: str
    what: str
    details: tuple[Difference, ...] = field(default=(), compare=False)
    """All differences in it; empty for a removed part."""

    def __str__(self) -> str:
        return self.message()

    def message(self) -> Message:
        """Return a one-line description of the change."""
        name = self.id if self.kind == "media" or not self.id else f"{self.kind}/{self.id}"
        return tr("{change} {part}", change=_WHAT[self.what], part=name or self.kind)


_WHAT = {"added": tr("added"), "removed": tr("removed"), "changed": tr("changed")}

Parts = Mapping[tuple[str, str], Any]


def changes(old: bytes | None, new: bytes) -> list[Change]:
    """Return the changed parts between two published feeds; without an old feed, every part is added.

    Raises `ValueError` for bytes that are not JSON, or are ambiguous.
    """
    return _compare(_parts(read_json(old)) if old else {}, _parts(read_json(new)))


def screens_touched(old: Feed | None, new: Feed) -> dict[str, list[Change]]:
    """Return the changes that each screen will show, by screen id; unaffected screens are omitted."""
    ids = sorted({*new.screens, *(old.screens if old else ())})
    touched = {name: _compare(_seen_by(old, name), _seen_by(new, name)) for name in ids}
    return {name: seen for name, seen in touched.items() if seen}


def _compare(before: Parts, after: Parts) -> list[Change]:
    values = {key: (before.get(key, MISSING), after.get(key, MISSING)) for key in {*before, *after}}
    return sorted(_change(key, *pair) for key, pair in values.items() if any(differences(*pair)))


def _change(key: tuple[str, str], before: object, after: object) -> Change:
    if after is MISSING:
        return Change(*key, "removed")
    return Change(*key, "added" if before is MISSING else "changed", tuple(differences(before, after)))


def _parts(document: Any) -> dict[tuple[str, str], Any]:  # noqa: ANN401  # any JSON
    """Return each part of a published feed by kind and id; the rest is the settings."""
    if not isinstance(document, dict):
        return {(SETTINGS, ""): document}
    kinds = {name for name in document if name not in _SETTINGS_FIELDS and _has_parts(document[name])}
    parts = {(kind, name): value for kind in kinds for name, value in document[kind].items()}
    return {(SETTINGS, ""): {name: document[name] for name in document if name not in kinds}} | parts


def _has_parts(value: object) -> bool:
    return isinstance(value, dict) and bool(value)


def _seen_by(feed: Feed | None, name: str) -> Parts:
    """Return the parts that a screen shows or lets visitors open; empty for an unknown screen.

    Parts of a kind without a rule here count for every screen.
    """
    if feed is None or name not in feed.screens:
        return {}
    screen = feed.screens[name]
    playlists = playlists_for(feed, name)
    slides = {slide for playlist in playlists.values() for slide in playlist.slides}
    wanted = {
        "offices": _offices(feed, screen, slides),
        "screens": {name},
        "topics": set(feed.topics_on(name)) if screen.touch else _names_in(feed, slides, "topic"),
        "playlists": set(playlists),
        "notices": set(notices_for(feed, name)),
        "slides": slides,
        "media": media_for(feed, name),
    }
    parts = _parts(read_json(write_feed(feed)))
    return {key: parts[key] for key in parts if key[0] not in wanted or key[1] in wanted[key[0]]}


def _offices(feed: Feed, screen: Screen, slides: set[str]) -> set[str]:
    """Return the offices on a screen: all of them if it has a desk or a slide of free times.

    Otherwise its own, and those that its slides name.
    """
    if screen.touch or any(feed.slides[slide].kind == "times" for slide in slides):
        return set(feed.offices)
    return {screen.office, *_names_in(feed, slides, "office")}


def _names_in(feed: Feed, slides: set[str], field_name: str) -> set[str]:
    names = (getattr(feed.slides[slide], field_name, None) for slide in slides)
    return {name for name in names if name}
