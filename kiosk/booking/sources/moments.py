"""Plain times of iCalendar as instants, at a hundredth of a library's cost.

A floating time is one of the office's zone; a day is its midnight there. By RFC 5545 (3.3.5) a time that the
clocks skip counts with the offset before the skip, and one that they show twice is the first of the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kiosk.booking.sources.sift import Component
from kiosk.content.walltime import Span, instant, local_day

_TIME = re.compile(r"(\d{8})(?:T(\d{6})(Z?))?", re.ASCII)
_ZONE = re.compile(r";TZID=([^;:\"]+)[;:]", re.IGNORECASE)
_DURATION = re.compile(
    r"\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?", re.ASCII
)


def single(event: Component, zone: ZoneInfo) -> Span | None:
    """Return from when to when an event that stands alone lasts; None if that takes a library to say."""
    begins = ends = _property(event, "DTSTART", zone)
    if begins is None:
        return None
    if "DTEND" in event.lines:
        ends = _property(event, "DTEND", zone)
    elif "DURATION" in event.lines:
        length = duration(event.value("DURATION"))
        ends = begins + length if length is not None else None
    elif len(event.value("DTSTART")) == len("20261013"):  # a day, which may have 23 or 25 hours
        ends = instant(local_day(begins, zone), 24 * 60, zone)
    return Span(begins, ends) if ends is not None else None


def _property(event: Component, key: str, zone: ZoneInfo) -> datetime | None:
    line = event.lines.get(key, [""])[0]
    named = _ZONE.search(line)
    there = known_zone(named[1]) if named else None if "TZID" in line.upper() else zone
    return moment(event.value(key), there) if there else None


def moment(value: str, zone: ZoneInfo) -> datetime | None:
    """Return the instant that a value such as `20261013T130000` means, in UTC; None if it means none."""
    found = _TIME.fullmatch(value)
    if not found:
        return None
    try:
        if not found[2]:
            return instant(date.fromisoformat(found[1]), 0, zone)
        there = UTC if found[3] else zone
        return datetime.fromisoformat(f"{found[1]}T{found[2]}").replace(tzinfo=there).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def duration(value: str) -> timedelta | None:
    """Return a length such as `PT1H30M`; None if it is none, or negative."""
    found = _DURATION.fullmatch(value.upper())
    if not found or not any(found.groups()):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def periods(answer: Component) -> Iterator[Span]:
    """Yield the busy periods of a free/busy answer (RFC 5545 3.8.2.6), which are in UTC."""
    for line in answer.lines.get("FREEBUSY", ()):
        head, _, values = line.rpartition(":")
        if "FBTYPE=FREE" not in head.upper().split(";"):
            yield from filter(None, map(_period, values.split(",")))


def _period(value: str) -> Span | None:
    first, _, second = value.strip().partition("/")
    start = moment(first, _UTC)
    length = duration(second)
    end = moment(second, _UTC) if length is None else start and start + length
    return Span(start, end) if start and end else None


@lru_cache(maxsize=256)
def known_zone(name: str) -> ZoneInfo | None:
    """Return the IANA zone of that name, or None; the library knows those of Windows too."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


_UTC = ZoneInfo("UTC")
