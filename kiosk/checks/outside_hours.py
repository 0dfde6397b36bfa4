"""Times that an office offers while it is closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from kiosk.checks.check_subject import Subject
from kiosk.feed.message_catalog import Message, tr
from kiosk.feed.models import Office
from kiosk.feed.problems import Problem, error
from kiosk.feed.wall_time import Span, merge_spans, span_on, weekly_ranges
from kiosk.feed.written_times import DAYS, WeeklyHours

_ZONE = ZoneInfo("UTC")
_MONDAY = date(2024, 1, 1)  # any week without a clock change


def check(subject: Subject) -> Iterator[Problem]:
    """Yield an error for each bookable or drop-in time outside the weekly opening hours."""
    for name, office in subject.feed.offices.items():
        spans = list(merge_spans(_week(office)))
        for rule in ("drop_in", "bookable"):
            for index, each in enumerate(getattr(office, rule)):
                for place, when in enumerate(each.when):
                    for day in _outside(when, spans):
                        position = subject.at("offices", name, rule, index, "when", place)
                        yield error(position, _message(office, when, day))


def _week(office: Office) -> Iterator[Span]:
    for step in range(-1, 8):
        day = _MONDAY + timedelta(days=step)
        yield from (span_on(day, hours, _ZONE) for hours in weekly_ranges(office.hours, day))


def _outside(when: WeeklyHours, spans: list[Span]) -> Iterator[int]:
    """Yield the weekdays on which the time is not entirely within one of the spans."""
    for day in sorted(when.days):
        start, end = span_on(_MONDAY + timedelta(days=day), when.range, _ZONE)
        if not any(span.start <= start and end <= span.end for span in spans):
            yield day


def _message(office: Office, when: WeeklyHours, day: int) -> Message:
    hours = weekly_ranges(office.hours, _MONDAY + timedelta(days=day))
    opens = [str(each) for each in hours] or tr("closed")
    return tr(
        "{day} {hours} is outside the opening hours of that day: {opens}",
        day=DAYS[day],
        hours=str(when.range),
        opens=opens,
    )
