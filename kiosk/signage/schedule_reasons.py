"""Why each playlist is on or off at an instant, as text for the people who plan them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from kiosk.feed.conditions import UNKNOWN, LiveFacts
from kiosk.feed.models import Feed, Playlist, When
from kiosk.feed.swedish_holidays import holiday
from kiosk.feed.targeting import playlists_for
from kiosk.feed.wall_time import FOREVER, Span, local_day, utc
from kiosk.frozen import frozen
from kiosk.signage.playlist_times import Times, days_span
from kiosk.signage.schedule import Schedule, rank


@frozen
class Reason:
    """Why a playlist is on or off, and when it next starts or stops applying, in UTC (None: never)."""

    playlist: str
    on: bool
    why: str
    changes: datetime | None = None


def playlist_reasons(
    feed: Feed, screen_id: str, now: datetime, facts: LiveFacts = UNKNOWN
) -> tuple[Reason, ...]:
    """Return why each playlist is on or off at `now`: those that are on first, then by rank."""
    now = utc(now)
    shown = Schedule(feed, screen_id).at(now, facts).playlists
    for_screen = playlists_for(feed, screen_id)
    lines = [
        _reason(feed, name, now, shown, facts)
        if name in for_screen
        else Reason(name, on=False, why="not for this screen")
        for name in sorted(feed.playlists, key=lambda each: rank(feed.playlists[each]), reverse=True)
    ]
    return tuple(sorted(lines, key=lambda each: not each.on))


def _reason(feed: Feed, name: str, now: datetime, shown: tuple[str, ...], facts: LiveFacts) -> Reason:
    playlist = feed.playlists[name]
    times = Times(playlist.when, feed.zone)
    span = times.span_from(now) or Span(FOREVER, FOREVER)
    applies = span.start <= now
    absent = _absent_slides(feed, playlist, local_day(now, feed.zone), facts)
    if not applies:
        why = _not_now(times, local_day(now, feed.zone))
    elif name in shown:
        why = "; ".join([*_rule(playlist), *absent]) or "always"
    elif len(absent) == len(set(playlist.slides)):
        why = f"none of its slides is for this day: {'; '.join(absent)}"
    else:
        why = f"waits for {shown[0]}: {'; '.join(_rank(feed.playlists[shown[0]]))}"
    change = span.end if applies else span.start
    if applies:
        change = min(change, _next_day(feed, playlist, now))
    return Reason(name, on=name in shown, why=why, changes=change if change < FOREVER else None)


def _next_day(feed: Feed, playlist: Playlist, now: datetime) -> datetime:
    """Return when a slide of the playlist next starts or ends by its own dates."""
    spans = (days_span(feed.slides[name], feed.zone) for name in playlist.slides)
    return min((each for span in spans for each in span if each > now), default=FOREVER)


def _absent_slides(feed: Feed, playlist: Playlist, day: date, facts: LiveFacts) -> list[str]:
    """Return which slides of a playlist are not shown because of their dates or conditions, as text."""
    lines = []
    for name in dict.fromkeys(playlist.slides):
        slide = feed.slides[name]
        if slide.shown_from and day < slide.shown_from:
            lines.append(f"without {name}: from {slide.shown_from}")
        elif slide.until and day > slide.until:
            lines.append(f"without {name}: until {slide.until}")
        elif unmet := ", ".join(slide.when.unmet(facts)):
            lines.append(f"without {name}: {unmet}")
    return lines


def _not_now(times: Times, day: date) -> str:
    when = times.when
    if when.since and day < when.since:
        return f"begins on {when.since}"
    if when.until and day > when.until:
        return f"ended on {when.until}"
    if not times.falls_on(day):
        return f"{when.repeat} does not fall on this day"
    return _left_out(when, day) or f"not within {', '.join(map(str, when.hours))}"


def _left_out(when: When, day: date) -> str:
    if day in when.excluded:
        return "this day is excepted"
    name = holiday(day) if when.holidays else None
    if when.holidays == "skip" and name:
        return f"not on holidays: {name}"
    return "only on holidays" if when.holidays == "only" and not name else ""


def _rule(playlist: Playlist) -> Iterator[str]:
    """Yield the conditions of a playlist, as they are written in the feed."""
    when = playlist.when
    if playlist.takeover or playlist.priority:
        yield from _rank(playlist)
    if when.since or when.until:
        yield f"{when.since or ''} – {when.until or ''}".strip()
    if when.repeat:
        yield str(when.repeat)
    if when.excluded:
        yield f"except {', '.join(map(str, when.excluded))}"
    if when.holidays:
        yield f"holidays: {when.holidays}"
    yield from map(str, when.hours)
    if playlist.share:
        yield f"share {playlist.share}"


def _rank(playlist: Playlist) -> Iterator[str]:
    if playlist.takeover:
        yield "takeover"
    if playlist.priority or not playlist.takeover:
        yield f"priority {playlist.priority}"
