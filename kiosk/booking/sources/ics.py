"""iCalendar (RFC 5545) as busy time: what counts, from when to when, in UTC.

Events that are cancelled or transparent, and free periods, do not count; tentative ones do. What cannot be
understood is counted and left out, and so is what ends before it begins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from kiosk.booking.sources.moments import periods, single
from kiosk.booking.sources.series import expanded, ticking
from kiosk.booking.sources.sift import Component, sift, takes_time
from kiosk.content.walltime import Span, joined


@dataclass(frozen=True)
class Busy:
    """The busy spans of a calendar within a window, and what of it could not be understood."""

    spans: tuple[Span, ...]
    problems: tuple[str, ...] = ()


def read_busy(data: bytes, zone: ZoneInfo, window: Span) -> Busy:
    """Return when the calendar in `data` is busy within `window`; raises `BadAnswer` if it is no calendar."""
    components, zones = sift(data)
    spans: list[Span] = []
    ignored = 0
    hard: dict[str, list[Component]] = defaultdict(list)
    for number, each in enumerate(components):
        if each.name == "VFREEBUSY":
            spans += periods(each)
        elif each.in_series:
            hard[each.value("UID") or str(number)].append(each)
        elif _counts(each):
            span = single(each, zone)
            if span:
                spans.append(span)
            else:
                hard[str(number)].append(each)
    for series in hard.values():
        try:
            spans += _series(series, zones, zone, window)
        except Exception:  # noqa: BLE001  # the library raises whatever it stumbles over; one event is not all
            ignored += 1
    problems = (f"{ignored} events could not be understood",) if ignored else ()
    return Busy(tuple(_within(spans, window)), problems)


def _counts(event: Component) -> bool:
    return takes_time(*(event.value(key) for key in ("STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS")))


def _series(
    series: Sequence[Component], zones: Sequence[str], zone: ZoneInfo, window: Span
) -> Iterator[Span] | list[Span]:
    tick = ticking(series[0], zone)
    if tick:
        return tick.spans(window) if _counts(series[0]) else []
    return expanded(series, zones, zone, window)


def _within(spans: Sequence[Span], window: Span) -> Iterator[Span]:
    cut = (Span(max(each.start, window.start), min(each.end, window.end)) for each in spans)
    return joined(sorted(each for each in cut if each.start < each.end))
