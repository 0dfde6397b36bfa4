"""What is on at an instant, and when that changes.

Among the playlists that apply to the screen now, takeovers outrank all others, then higher priority outranks
lower; playlists of equal rank share the screen. A slide with its own dates is skipped on other days, and a
playlist without a slide for the day yields to lower ranks. Without a trusted time, only undated content is
shown. A slide with a condition is skipped unless the condition is known to be met.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from heapq import heappop, heappush
from itertools import chain, groupby
from zoneinfo import ZoneInfo

from kiosk.feed.conditions import UNKNOWN, LiveFacts, SlideCondition
from kiosk.feed.models import Feed, Playlist
from kiosk.feed.targeting import playlists_for
from kiosk.feed.wall_time import BEGINNING, FOREVER, Now, Span, utc
from kiosk.frozen import frozen
from kiosk.signage.playlist_times import Times, days_span, undated
from kiosk.signage.share_of_voice import Part, interleaved

Named = tuple[str, Playlist]
"""A playlist and its id."""


@frozen
class Showing:
    """What is on: `slides` in order, from `playlists`, until an instant in UTC (None: forever)."""

    slides: tuple[str, ...] = ()
    playlists: tuple[str, ...] = ()
    takeover: bool = False
    until: datetime | None = None


def showing(feed: Feed, screen_id: str, now: Now, facts: LiveFacts = UNKNOWN) -> Showing:
    """Return what the screen shows at `now`. Use `Schedule` for many queries."""
    return Schedule(feed, screen_id).at(now, facts)


def rank(playlist: Playlist) -> tuple[bool, int]:
    """Return the sort key of a playlist; the greatest rank is shown."""
    return playlist.takeover, playlist.priority


class Schedule:
    """The schedule of one screen, prepared for many queries.

    Results depend only on the query. The state of each playlist is cached, so that a query shortly after the
    previous one evaluates only what has changed in between.
    """

    def __init__(self, feed: Feed, screen_id: str) -> None:
        self._named = sorted(playlists_for(feed, screen_id).items())
        self._days = {name: days_span(slide, feed.zone) for name, slide in feed.slides.items() if slide.dated}
        self._conditions = {
            name: slide.when for name, slide in feed.slides.items() if slide.when != SlideCondition()
        }
        self._zone = feed.zone
        self._prepare(self._unmet(UNKNOWN))

    @property
    def is_conditional(self) -> bool:
        """Whether a slide has a condition, so that facts matter."""
        return bool(self._conditions)

    def _unmet(self, facts: LiveFacts) -> frozenset[str]:
        return frozenset(name for name, when in self._conditions.items() if not when.is_met(facts))

    def _prepare(self, without: frozenset[str]) -> None:
        """Prepare for queries in which the conditions of some slides are not met."""
        self._without = without
        named = [*_leaving_out(self._named, without)]
        self._dated = _ranks(named, self._days, self._zone)
        self._undated = _ranks([*_undated(named, self._days)], {}, self._zone)

    def at(self, now: Now, facts: LiveFacts = UNKNOWN) -> Showing:
        """Return what is on at `now`, given `facts`; `until` assumes that the facts do not change."""
        unmet = self._unmet(facts)
        if unmet != self._without:
            self._prepare(unmet)
        instant, until = utc(now) if now else BEGINNING, FOREVER
        for each in self._dated if now else self._undated:
            each.go_to(instant)
            until = min(until, each.next_change)
            if each.on:
                return each.showing(until)
        return Showing(until=_or_never(until))


def _leaving_out(named: Sequence[Named], without: frozenset[str]) -> Iterator[Named]:
    """Yield the playlists without some slides; a playlist with no slides left is dropped."""
    for name, playlist in named:
        slides = tuple(slide for slide in playlist.slides if slide not in without)
        if slides:
            yield name, playlist if len(slides) == len(playlist.slides) else replace(playlist, slides=slides)


def _undated(named: Sequence[Named], dated: Mapping[str, Span]) -> Iterator[Named]:
    """Yield the playlists that always apply, with their undated slides."""
    for name, playlist in named:
        slides = tuple(slide for slide in playlist.slides if slide not in dated)
        if slides and undated(playlist.when):
            yield name, replace(playlist, slides=slides)


def _ranks(named: Sequence[Named], dated: Mapping[str, Span], zone: ZoneInfo) -> list[_Rank]:
    """Return the playlists by descending rank, sorted by id within each."""
    ordered = sorted(named, key=lambda each: rank(each[1]), reverse=True)
    return [_Rank(list(group), dated, zone) for _, group in groupby(ordered, key=lambda each: rank(each[1]))]


def _or_never(until: datetime) -> datetime | None:
    return until if until < FOREVER else None


class _Rank:
    """The playlists of one rank: which are on, and when that changes next.

    Ranks below the one that is on are not shown, so they need not be evaluated.
    """

    def __init__(self, named: list[Named], dated: Mapping[str, Span], zone: ZoneInfo) -> None:
        self._names = [name for name, _ in named]
        self._playlists = [playlist for _, playlist in named]
        self._slides = [playlist.slides for _, playlist in named]
        self._dated = [{name: dated[name] for name in each if name in dated} for each in self._slides]
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
        """Update `on` for `now`."""
        if now < self._now:
            self._start_over(now)
        while self.next_change <= now:
            self._evaluate(heappop(self._changes)[1], now)
        self._now = now

    def _start_over(self, now: datetime) -> None:
        self._changes, self.on, self._shown = [], set(), None
        for index in range(len(self._names)):
            self._evaluate(index, now)

    def _evaluate(self, index: int, now: datetime) -> None:
        """Record whether the playlist is on, and its next change."""
        span = self._times[index].span_from(now) or Span(FOREVER, FOREVER)
        is_on = span.start <= now
        change = span.end if is_on else span.start
        if is_on and self._dated[index]:
            change = min(change, self._choose_slides(index, now))
            is_on = bool(self._slides[index])
        if change < FOREVER:
            heappush(self._changes, (change, index))
        if is_on is not (index in self.on):
            self.on ^= {index}
            self._shown = None

    def _choose_slides(self, index: int, now: datetime) -> datetime:
        """Select the slides of a playlist whose dates include `now`; return when that changes next."""
        dated = self._dated[index]
        chosen = tuple(
            name
            for name in self._playlists[index].slides
            if name not in dated or dated[name].start <= now < dated[name].end
        )
        if chosen != self._slides[index]:
            self._slides[index], self._shown = chosen, None
        changes = (instant for span in dated.values() for instant in span if instant > now)
        return min(changes, default=FOREVER)

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
        """Return the slides that are on: in sequence, or interleaved if any playlist has a share."""
        if self._shared.isdisjoint(on):
            return tuple(chain.from_iterable(map(self._slides.__getitem__, on)))
        return interleaved([Part(self._slides[index], self._playlists[index].share or 1) for index in on])
