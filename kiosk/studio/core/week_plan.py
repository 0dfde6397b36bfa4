"""A week of one screen as boxes, taken from the schedule that the screen itself uses. Pure.

A box without a playlist is a gap. Playlists that apply but are not shown, because of a takeover or a higher
priority, are `hidden`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from kiosk.feed.message_catalog import Message, tr
from kiosk.feed.models import Feed, Playlist
from kiosk.feed.targeting import playlists_for
from kiosk.feed.wall_time import instant, local_day
from kiosk.frozen import frozen
from kiosk.signage.playlist_times import Times
from kiosk.signage.schedule import Schedule
from kiosk.signage.timeline import Stretch, periods
from kiosk.studio.core.when_words import sentence

DAY_MINUTES = 24 * 60


@frozen
class WeekBox:
    """What is on between two minutes of a day; `day` is 0 for Monday."""

    day: int
    start: int
    end: int
    playlists: tuple[str, ...]
    hidden: tuple[str, ...]
    takeover: bool
    at: datetime
    """An instant within it."""

    @property
    def hours(self) -> str:
        """The start and end times."""
        return f"{_clock(self.start)}-{_clock(self.end)}"


def week_boxes(feed: Feed, screen: str, monday: date) -> list[WeekBox]:
    """Return the boxes of the week from a Monday on, day by day; they cover it completely."""
    schedule, playlists = Schedule(feed, screen), playlists_for(feed, screen)
    boxes: list[WeekBox] = []
    for day in range(7):
        start, end = (instant(monday + timedelta(days=each), 0, feed.zone) for each in (day, day + 1))
        for stretch in periods(schedule, start, end):
            box = _box(feed, playlists, day, stretch)
            last = boxes[-1] if boxes else None
            if last and (last.day, last.playlists, last.hidden) == (day, box.playlists, box.hidden):
                boxes[-1] = replace(last, end=box.end)
            elif box.end > box.start:
                boxes.append(box)
    return boxes


def _box(feed: Feed, playlists: dict[str, Playlist], day: int, stretch: Stretch) -> WeekBox:
    begin, stop = (each.astimezone(feed.zone) for each in (stretch.start, stretch.end))
    end = DAY_MINUTES if stop.date() != begin.date() else stop.hour * 60 + stop.minute
    shown, today = stretch.showing, local_day(stretch.start, feed.zone)
    hidden = [
        name
        for name, each in playlists.items()
        if name not in shown.playlists
        and _applies(feed, each, stretch.start)
        and _has_slides(feed, each, today)
    ]
    return WeekBox(
        day,
        begin.hour * 60 + begin.minute,
        end,
        shown.playlists,
        tuple(sorted(hidden)),
        shown.takeover,
        stretch.start,
    )


def _applies(feed: Feed, playlist: Playlist, at: datetime) -> bool:
    span = Times(playlist.when, feed.zone).span_from(at)
    return span is not None and span.start <= at


def _has_slides(feed: Feed, playlist: Playlist, day: date) -> bool:
    slides = (feed.slides[name] for name in playlist.slides)
    return any(
        not (each.shown_from and day < each.shown_from) and not (each.until and day > each.until)
        for each in slides
    )


def box_reasons(feed: Feed, box: WeekBox) -> Iterator[Message]:
    """Yield why each playlist of a box is on, and why others that apply are not."""
    if not box.playlists:
        yield tr("Nothing is on: no playlist for this screen applies at this time.")
    for name in box.playlists:
        yield tr("{playlist} is on: {when}", playlist=name, when=sentence(feed.playlists[name].when))
    if len(box.playlists) > 1:
        yield tr("They take turns.")
    for name in box.hidden:
        if box.takeover:
            yield tr(
                "{playlist} is hidden: {other} interrupts everything else.",
                playlist=name,
                other=box.playlists[0],
            )
        elif box.playlists:
            yield tr("{playlist} waits: {other} comes before it.", playlist=name, other=box.playlists[0])
        else:
            yield tr("{playlist} applies, but none of its slides can be shown now.", playlist=name)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
