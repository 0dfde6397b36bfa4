"""The weekly hours of an office as spans, minus holidays, eves and exceptions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from zoneinfo import ZoneInfo

from kiosk.booking.opening_hours import special_hours
from kiosk.feed.models import Office
from kiosk.feed.wall_time import Span, merge_spans, span_on, weekly_ranges
from kiosk.feed.written_times import WeeklyHours


def spans_on(office: Office, weekly: Iterable[WeeklyHours], day: date, zone: ZoneInfo) -> Iterator[Span]:
    """Yield the spans of `weekly` that begin on `day`, limited to the hours of a special day if it is one."""
    spans = merge_spans(span_on(day, hours, zone) for hours in weekly_ranges(weekly, day))
    special = special_hours(office, day)
    if special is None:
        return spans
    return _common(spans, list(merge_spans(span_on(day, hours, zone) for hours in special)))


def _common(spans: Iterable[Span], others: list[Span]) -> Iterator[Span]:
    for span in spans:
        for other in others:
            start, end = max(span.start, other.start), min(span.end, other.end)
            if start < end:
                yield Span(start, end)
