"""The seconds for which each slide was on, counted so that they reveal nothing about visits.

While a visitor is at the desk, or has stopped a slide, the time is shared among the slides that are on, in
the same proportions as before. If it were left out, or credited to the slide behind the desk, a day's minutes
would reveal how long the desk was used, even on a day with too few visits to be released.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta

from kiosk.usage.usage_store import hour_of

SLIDE, RUNNING = "slide", "running"
"""The kinds of counted seconds: of a slide, and of the screen. They need no protection."""

REMEMBERED_S = 3600.0
"""The amount of recent play time that the shares are based on."""


class PlayTime:
    """Computes the seconds to credit to each slide; remembers in which proportions slides share the time."""

    def __init__(self) -> None:
        self._seen: dict[str, float] = {}

    def credit(
        self, seconds: float, seen: str, on: tuple[str, ...], *, has_visitor: bool
    ) -> Mapping[str, float]:
        """Divide `seconds` among the slides.

        `seen` is the slide on the screen, or empty; `on` are all slides of the schedule.
        """
        if not seen:  # an alert, the last resort, or nothing yet
            return {}
        if has_visitor:
            return self._shared(seconds, on)
        self._remember(seconds, seen, on)
        return {seen: seconds}

    def _remember(self, seconds: float, seen: str, on: tuple[str, ...]) -> None:
        kept = {slide: self._seen.get(slide, 0.0) for slide in {*on, seen}}
        kept[seen] += seconds
        fade = min(1.0, REMEMBERED_S / max(1.0, sum(kept.values())))
        self._seen = {slide: weight * fade for slide, weight in kept.items()}

    def _shared(self, seconds: float, on: tuple[str, ...]) -> Mapping[str, float]:
        slides = Counter(on)
        shares = {slide: self._seen.get(slide, 0.0) for slide in slides}
        if not all(shares.values()):  # some slides have not been seen yet
            shares = {slide: float(times) for slide, times in slides.items()}
        total = sum(shares.values())
        return {slide: seconds * share / total for slide, share in shares.items()}


def by_hour(end: datetime, seconds: float) -> Mapping[str, float]:
    """Return how many of the `seconds` before `end` fall into each hour."""
    begun = end - timedelta(seconds=seconds)
    into_hour = end.minute * 60 + end.second + end.microsecond / 1e6
    if seconds <= into_hour:
        return {hour_of(end): seconds}
    return {hour_of(begun): seconds - into_hour, hour_of(end): into_hour}
