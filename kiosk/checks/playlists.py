"""Playlists that are never shown: for no screen, at no time, or always below others in priority."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from kiosk.checks.check_subject import DAYS_AHEAD, Subject
from kiosk.feed.message_catalog import Message, tr
from kiosk.feed.models import Playlist
from kiosk.feed.problems import Problem, warning
from kiosk.feed.targeting import is_for
from kiosk.feed.wall_time import local_day
from kiosk.signage.playlist_times import Times
from kiosk.signage.schedule import rank


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a warning for each playlist that is never shown; those that have ended are left to `expired`."""
    shown = {name for plan in subject.plan.values() for stretch in plan for name in stretch.showing.playlists}
    for name, playlist in subject.feed.playlists.items():
        if name in shown or _ended(subject, playlist):
            continue
        key, message = _never(subject, playlist)
        if message:
            yield warning(subject.at("playlists", name, key, key=True), message)


def _ended(subject: Subject, playlist: Playlist) -> bool:
    until = playlist.when.until
    return until is not None and until < local_day(subject.now, subject.feed.zone)


def _never(subject: Subject, playlist: Playlist) -> tuple[str, Message | None]:
    """Return the key at fault and why the playlist is never shown; None if it may still be shown."""
    feed = subject.feed
    screens = [name for name, screen in feed.screens.items() if is_for(playlist.where, name, screen)]
    if not screens:
        return "where", tr("never applies: it is for no screen of the feed")
    span = Times(playlist.when, feed.zone).span_from(subject.now)
    if span is None:
        return "when", tr("never applies: no future day and hour matches these conditions")
    if span.start > subject.now + timedelta(days=DAYS_AHEAD):
        return "when", None
    above = _above(subject, playlist, screens, span.start)
    if not above:
        return "slides", tr("never applies: none of its slides is for a future day")
    return "priority", tr(
        "never applies: in the coming {days} days it always waits for {above}", days=DAYS_AHEAD, above=above
    )


def _above(subject: Subject, playlist: Playlist, screens: list[str], start: datetime) -> str:
    """Return the playlists that are shown instead from `start`, when it would first apply."""
    names = {
        name
        for screen in screens
        for stretch in subject.plan[screen]
        if stretch.end > start
        for name in stretch.showing.playlists
        if rank(subject.feed.playlists[name]) > rank(playlist)
    }
    return ", ".join(sorted(names))
