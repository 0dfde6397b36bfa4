"""A feed with its source positions, and derived values that several checks share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import datetime, timedelta
from functools import cached_property

from kiosk.feed.constraints import Strict
from kiosk.feed.localized_text import Text
from kiosk.feed.models import Feed
from kiosk.feed.problems import Position
from kiosk.feed.targeting import playlists_for
from kiosk.feed.wall_time import utc
from kiosk.feed.yaml_reader import Document
from kiosk.frozen import frozen
from kiosk.signage.schedule import Schedule
from kiosk.signage.timeline import Stretch, periods

DAYS_AHEAD = 30


@frozen
class Subject:
    """A feed to check, its documents by file name, the time of the check, and `translations.yaml`."""

    feed: Feed
    documents: Mapping[str, Document]
    now: datetime
    record: Document | None = None

    def at(self, kind: str, name: str, *path: str | int, key: bool = False) -> Position:
        """Return the position of a path in one part of the feed, such as `"slides", "welcome", "title"`."""
        return self.within(f"{kind}/{name}.yaml", *path, key=key)

    def within(self, file: str, *path: str | int, key: bool = False) -> Position:
        """Return the position of a path in one file, or the file if it has no such path."""
        document = self.documents.get(file)
        return document.position(path, key=key) if document else Position(file)

    @cached_property
    def plan(self) -> Mapping[str, tuple[Stretch, ...]]:
        """What each screen shows during the next 30 days."""
        start = utc(self.now)
        end = start + timedelta(days=DAYS_AHEAD)
        feed = self.feed
        return {screen: tuple(periods(Schedule(feed, screen), start, end)) for screen in feed.screens}

    @cached_property
    def languages_of(self) -> Mapping[str, tuple[str, ...]]:
        """The languages in which each slide is shown on any screen; slides without a playlist are omitted."""
        by_slide: dict[str, dict[str, None]] = {}
        for screen_id, screen in self.feed.screens.items():
            for playlist in playlists_for(self.feed, screen_id).values():
                for slide in playlist.slides:
                    by_slide.setdefault(slide, {}).update(dict.fromkeys(screen.turns))
        return {slide: tuple(languages) for slide, languages in by_slide.items()}

    def local(self, moment: datetime) -> datetime:
        """Return a moment in the feed's time zone, for a message."""
        return moment.astimezone(self.feed.zone)


def texts_of(part: Strict) -> Iterator[tuple[str, Text]]:
    """Yield the texts of one part of the feed with their keys; texts in a list have the list's key."""
    for each_field in fields(part):
        value = getattr(part, each_field.name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Text):
                yield each_field.name, each
