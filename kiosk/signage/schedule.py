"""What is on at an instant, and when that changes.

Of the playlists that are for the screen and apply now, a takeover beats all that are not, then the higher
priority beats the lower; playlists of one rank share the screen. Without a trusted time only what is undated
is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import heappop, heappush
from itertools import chain, groupby
from zoneinfo import ZoneInfo

from kiosk.content.models import Feed, Playlist
from kiosk.content.targeting import playlists_for
from kiosk.content.walltime import BEGINNING, FOREVER, Now, Span, utc
from kiosk.signage.share import Part, woven
from kiosk.signage.times import Times, undated

Named = tuple[str, Playlist]
"""A playlist and its id."""


@dataclass(frozen=True)
class Showing:
    """What is on: `slides` in order, from `playlists`, until an instant in UTC (None: it never changes)."""

    slides: tuple[str, ...] = ()
    playlists: tuple[str, ...] = ()
    takeover: bool = False
    until: datetime | None = None


def showing(feed: Feed, screen_id: str, now: Now) -> Showing:
    """Return what the screen shows at `now`. `Schedule` answers many questions."""
    return Schedule(feed, screen_id).at(now)


def rank(playlist: Playlist) -> tuple[bool, int]:
    """Return what the playlist is compared by; the greater rank is shown."""
    return playlist.takeover, playlist.priority


class Schedule:
    """All that one screen shows, made ready for many questions.

    The answers depend on the question only. It remembers where each playlist stands, so that a question about
    a time soon after the last one looks only at what has begun or ended between them.
    """

    def __init__(self, feed: Feed, screen_id: str) -> None:
        named = sorted(playlists_for(feed, screen_id).items())
        self._dated = _ranks(named, feed.zone)
        self._undated = _ranks([each for each in named if undated(each[1].when)], feed.zone)

    def at(self, now: Now) -> Showing:
        """Return what is on at `now`."""
        instant, until = utc(now) if now else BEGINNING, FOREVER
        for each in self._dated if now else self._undated:
            each.go_to(instant)
            until = min(until, each.next_change)
            if each.on:
                return each.showing(until)
        return Showing(until=_or_never(until))


def _ranks(named: Sequence[Named], zone: ZoneInfo) -> list[_Rank]:
    """Return the playlists by rank, the greatest first, and by id in each."""
    ordered = sorted(named, key=lambda each: rank(each[1]), reverse=True)
    return [_Rank(list(group), zone) for _, group in groupby(ordered, key=lambda each: rank(each[1]))]


def _or_never(until: datetime) -> datetime | None:
    return until if until < FOREVER else None


class _Rank:
    """The playlists of one rank: which are on, and when the next begins or ends.

    Ranks below the one that is on need not be looked at, since nothing they do is seen.
    """

    def __init__(self, named: list[Named], zone: ZoneInfo) -> None:
        self._names = [name for name, _ in named]
        self._playlists = [playlist for _, playlist in named]
        self._slides = [playlist.slides for _, playlist in named]
        self._shared = {index for index, (_, playlist) in enumerate(named) if playlist.share}
        self._times = [Times(playlist.when, zone) for _, playlist in named]
        self._changes: list[tuple[datetime, int]] = []  # a heap of instants and indices
        self._now = FOREVER
        self._shown: Showing | None = None
        self.on: set[int] = set()

    @property
    def next_change(self) -> datetime:
        return self._changes[0][0] if self._changes else FOREVER

    def go_to(self, now: datetime) -> None:
        """Bring `on` to `now`."""
        if now < self._now:
            self._begin(now)
        while self.next_change <= now:
            self._look(heappop(self._changes)[1], now)
        self._now = now

    def _begin(self, now: datetime) -> None:
        self._changes, self.on, self._shown = [], set(), None
        for index in range(len(self._names)):
            self._look(index, now)

    def _look(self, index: int, now: datetime) -> None:
        """Note whether the playlist is on, and its next change."""
        span = self._times[index].span_from(now) or Span(FOREVER, FOREVER)
        is_on = span.start <= now
        change = span.end if is_on else span.start
        if change < FOREVER:
            heappush(self._changes, (change, index))
        if is_on is not (index in self.on):
            self.on ^= {index}
            self._shown = None

    def showing(self, until: datetime) -> Showing:
        """Return what this rank shows."""
        shown = self._shown
        if shown is None or shown.until != _or_never(until):
            on = sorted(self.on)
            shown = self._shown = Showing(
                slides=self._in_turn(on),
                playlists=tuple(map(self._names.__getitem__, on)),
                takeover=self._playlists[on[0]].takeover,
                until=_or_never(until),
            )
        return shown

    def _in_turn(self, on: Sequence[int]) -> tuple[str, ...]:
        """Return the slides of those that are on: one after the other, or woven if any has a share."""
        if self._shared.isdisjoint(on):
            return tuple(chain.from_iterable(map(self._slides.__getitem__, on)))
        return woven([Part(self._slides[index], self._playlists[index].share or 1) for index in on])
