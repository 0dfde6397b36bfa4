"""What a new feed changes, and on which screens: pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from kiosk.content.models import Feed, Screen, Settings
from kiosk.content.targeting import media_for, playlists_for

KINDS = ("offices", "screens", "topics", "playlists", "slides", "media")
SETTINGS = "settings"


@dataclass(frozen=True, order=True)
class Change:
    """One part of the feed that is `added`, `removed` or `changed`; `id` is empty for the settings."""

    kind: str
    id: str
    what: str

    def __str__(self) -> str:
        name = self.id if self.kind == "media" or not self.id else f"{self.kind}/{self.id}"
        return f"{self.what} {name or self.kind}"


def changes(old: Feed | None, new: Feed) -> list[Change]:
    """Return every part of the feed that changes; all of it is added when there was none."""
    before, after = (_parts(old) if old else {}), _parts(new)
    return sorted(_compared(before, after))


def screens_touched(old: Feed | None, new: Feed) -> dict[str, list[Change]]:
    """Return, by the id of each screen that will show something else, the changes that it will show."""
    ids = sorted({*new.screens, *(old.screens if old else ())})
    touched = {name: sorted(_compared(_seen_by(old, name), _seen_by(new, name))) for name in ids}
    return {name: found for name, found in touched.items() if found}


def _compared(before: Mapping[tuple[str, str], Any], after: Mapping[tuple[str, str], Any]) -> list[Change]:
    added = [Change(*key, "added") for key in after.keys() - before.keys()]
    removed = [Change(*key, "removed") for key in before.keys() - after.keys()]
    changed = [Change(*key, "changed") for key in before.keys() & after.keys() if before[key] != after[key]]
    return [*added, *removed, *changed]


def _parts(feed: Feed) -> dict[tuple[str, str], Any]:
    parts: dict[tuple[str, str], Any] = {(SETTINGS, ""): _settings(feed)}
    for kind in KINDS:
        parts |= {(kind, name): value for name, value in getattr(feed, kind).items()}
    return parts


def _settings(feed: Feed) -> list[Any]:
    return [getattr(feed, each.name) for each in fields(Settings)]


def _seen_by(feed: Feed | None, name: str) -> dict[tuple[str, str], Any]:
    """Return the parts that one screen shows, or lets a visitor reach; nothing if there is no such screen."""
    if feed is None or name not in feed.screens:
        return {}
    screen = feed.screens[name]
    playlists = playlists_for(feed, name)
    slides = {slide for playlist in playlists.values() for slide in playlist.slides}
    wanted = {
        "offices": _offices(feed, screen, slides),
        "screens": {name},
        "topics": set(feed.topics_on(name)) if screen.touch else _named(feed, slides, "topic"),
        "playlists": set(playlists),
        "slides": slides,
        "media": media_for(feed, name),
    }
    parts = _parts(feed)
    return {key: parts[key] for key in parts if key[0] == SETTINGS or key[1] in wanted[key[0]]}


def _offices(feed: Feed, screen: Screen, slides: set[str]) -> set[str]:
    """Return the offices to be seen: all on a desk, or on a slide of the next free times."""
    if screen.touch or any(feed.slides[slide].kind == "times" for slide in slides):
        return set(feed.offices)
    return {screen.office, *_named(feed, slides, "office")}


def _named(feed: Feed, slides: set[str], field: str) -> set[str]:
    names = (getattr(feed.slides[slide], field, None) for slide in slides)
    return {name for name in names if name}
