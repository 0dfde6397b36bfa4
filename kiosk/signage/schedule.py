"""What is on at an instant, and when that changes.

Of the playlists that are for the screen and apply now, a takeover beats all that are not, then the higher
priority beats the lower; playlists of one rank share the screen. A clock that is not trusted decides nothing:
then only what is undated is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from kiosk.content.models import Feed, Playlist
from kiosk.content.targeting import playlists_for
from kiosk.content.walltime import FOREVER, Span, utc
from kiosk.signage.times import span_from, undated


@dataclass(frozen=True)
class Showing:
    """What is on: `slides` in order, from `playlists`, until an instant in UTC (None: it never changes)."""

    slides: tuple[str, ...] = ()
    playlists: tuple[str, ...] = ()
    takeover: bool = False
    until: datetime | None = None


class _Entry(NamedTuple):
    takeover: bool
    priority: int
    name: str
    playlist: Playlist
    span: Span

    @property
    def rank(self) -> tuple[bool, int]:
        return self.takeover, self.priority


def showing(feed: Feed, screen_id: str, now: datetime, *, clock_trusted: bool = True) -> Showing:
    """Return what the screen shows at `now`, an aware datetime."""
    now = utc(now)
    entries = _entries(feed, screen_id, now, clock_trusted=clock_trusted)
    on = [entry for entry in entries if entry.span.start <= now]
    top = max((entry.rank for entry in on), default=(False, -1))
    return Showing(
        slides=tuple(slide for entry in on if entry.rank == top for slide in entry.playlist.slides),
        playlists=tuple(entry.name for entry in on if entry.rank == top),
        takeover=top[0],
        until=_next_change([entry for entry in entries if entry.rank >= top], now),
    )


def _entries(feed: Feed, screen_id: str, now: datetime, *, clock_trusted: bool) -> list[_Entry]:
    """Return the playlists of the screen, by id, with the span that holds or comes next."""
    entries = []
    for name, playlist in sorted(playlists_for(feed, screen_id).items()):
        span = span_from(playlist.when, now, feed.zone)
        if span and (clock_trusted or undated(playlist.when)):
            entries.append(_Entry(playlist.takeover, playlist.priority, name, playlist, span))
    return entries


def _next_change(entries: list[_Entry], now: datetime) -> datetime | None:
    """Return when the first of those that can win begins or ends; those of lower rank change nothing."""
    bounds = (bound for entry in entries for bound in entry.span if now < bound < FOREVER)
    return min(bounds, default=None)
