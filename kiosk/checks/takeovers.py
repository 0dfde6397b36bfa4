"""Takeovers that apply at the same time on the same screen, where only one of them can be shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import combinations

from kiosk.checks.check_subject import Subject
from kiosk.feed.message_catalog import tr
from kiosk.feed.problems import Problem, warning
from kiosk.feed.targeting import playlists_for
from kiosk.feed.wall_time import Span, utc
from kiosk.signage.playlist_times import Times

DAYS = 366
SPANS = 800  # per takeover: a little more than two per day


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a warning for each pair of takeovers of equal priority that overlap within a year."""
    spans = {
        name: _spans(subject, name) for name, playlist in subject.feed.playlists.items() if playlist.takeover
    }
    reported: set[tuple[str, str]] = set()
    for screen in subject.feed.screens:
        here = [name for name in playlists_for(subject.feed, screen) if name in spans]
        for pair in combinations(here, 2):
            first = None if pair in reported else _first_overlap(spans[pair[0]], spans[pair[1]])
            if first and _same_priority(subject, pair):
                reported.add(pair)
                yield _problem(subject, pair, screen, first)


def _problem(subject: Subject, pair: tuple[str, str], screen: str, first: datetime) -> Problem:
    message = tr(
        "collides with the takeover {other!r} on the screen {screen!r}, first {first}; give one a higher "
        "priority",
        other=pair[1],
        screen=screen,
        first=subject.local(first),
    )
    return warning(subject.at("playlists", pair[0], "takeover", key=True), message)


def _same_priority(subject: Subject, pair: tuple[str, str]) -> bool:
    first, second = (subject.feed.playlists[name].priority for name in pair)
    return first == second


def _spans(subject: Subject, name: str) -> list[Span]:
    times = Times(subject.feed.playlists[name].when, subject.feed.zone)
    now, end = utc(subject.now), utc(subject.now) + timedelta(days=DAYS)
    spans: list[Span] = []
    while len(spans) < SPANS and (span := times.span_from(now)) and span.start < end:
        spans.append(Span(max(span.start, now), span.end))
        now = span.end
    return spans


def _first_overlap(first: list[Span], second: list[Span]) -> datetime | None:
    """Return the first instant when both apply; spans are sorted and disjoint in each list."""
    left, right = iter(first), iter(second)
    one, other = next(left, None), next(right, None)
    while one and other:
        start = max(one.start, other.start)
        if start < min(one.end, other.end):
            return start
        if one.end <= other.end:
            one = next(left, None)
        else:
            other = next(right, None)
    return None
