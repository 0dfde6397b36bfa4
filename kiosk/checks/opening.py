"""Opening hours that are probably a mistake: overnight hours, and days that are listed twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kiosk.checks.check_subject import Subject
from kiosk.feed.message_catalog import Message, tr
from kiosk.feed.models import Office, When
from kiosk.feed.problems import Position, Problem, error, warning
from kiosk.feed.wall_time import DAY_MINUTES
from kiosk.feed.written_times import DAYS, TimeRange, WeeklyHours

MAX_HOURS_OPEN = 12
MAX_HOURS_SHOWN = 16
"""A playlist may run at night, outside office hours; more hours than this are probably a mistake."""


def check(subject: Subject) -> Iterator[Problem]:
    """Yield problems with the hours of offices, playlists and notices."""
    for name, office in subject.feed.offices.items():
        yield from _office(subject, name, office)
    for kind in ("playlists", "notices"):
        for name, each in getattr(subject.feed, kind).items():
            yield from _shown(subject, kind, name, each.when)


def _office(subject: Subject, name: str, office: Office) -> Iterator[Problem]:
    for index, hours in enumerate(office.hours):
        place = subject.at("offices", name, "hours", index)
        yield from _through_the_night(place, hours.range)
        yield from _overlaps(place, hours, office.hours[:index])
    for days, ranges in office.exceptions.items():
        for each in ranges:
            yield from _through_the_night(subject.at("offices", name, "exceptions", str(days)), each)
    for each in office.eve or ():
        yield from _through_the_night(subject.at("offices", name, "eve"), each)


def _through_the_night(place: Position, hours: TimeRange) -> Iterator[Problem]:
    if hours.end > hours.start:
        return
    message = _overnight(hours)
    swapped = str(TimeRange(hours.end, hours.start)) if hours.end < hours.start else ""
    yield (error if _length_h(hours) > MAX_HOURS_OPEN else warning)(place, message, swapped)


def _overnight(hours: TimeRange) -> Message:
    return tr(
        "{hours} runs past midnight to {end} on the next day, {length} hours",
        hours=str(hours),
        end=str(hours).partition("-")[2],
        length=round(_length_h(hours)),
    )


def _length_h(hours: TimeRange) -> float:
    return ((hours.end - hours.start - 1) % DAY_MINUTES + 1) / 60


def _overlaps(place: Position, hours: WeeklyHours, before: Iterable[WeeklyHours]) -> Iterator[Problem]:
    """Yield an error for the first day whose hours overlap earlier ones: neither replaces the other."""
    for other in before:
        days = sorted(hours.days & other.days)
        if days and hours.range.start < other.range.end and other.range.start < hours.range.end:
            message = tr(
                "{day} also has the hours {other}, and the office would be open for both; list each day once",
                day=DAYS[days[0]],
                other=str(other.range),
            )
            yield error(place, message)
            return


def _shown(subject: Subject, kind: str, name: str, when: When) -> Iterator[Problem]:
    for index, hours in enumerate(when.hours):
        if hours.range.end <= hours.range.start and _length_h(hours.range) > MAX_HOURS_SHOWN:
            place = subject.at(kind, name, "when", "hours", index)
            yield warning(place, _overnight(hours.range), str(TimeRange(hours.range.end, hours.range.start)))
