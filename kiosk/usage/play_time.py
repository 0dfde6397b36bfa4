"""For how many seconds each slide was on, so that nothing in it tells of a visit.

While a visitor is at the desk, or has stopped a slide, the time is shared among the slides that are on, as
they shared the time before. If it were left out, or credited to the slide behind the desk, a day's minutes
would tell how long the desk was used, even on a day whose visits are too few to be released.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta

from kiosk.usage.usage_store import hour_of

SLIDE, RUNNING = "slide", "running"
"""The kinds of counted seconds: of a slide, and of the screen. They need no protection."""

REMEMBERED_S = 3600.0
"""The shares follow about so much of what was seen."""


class PlayTime:
    """The seconds to credit to each slide; remembers how the slides share the time."""

    def __init__(self) -> None:
        self._seen: dict[str, float] = {}

    def credit(
        self, seconds: float, seen: str, on: tuple[str, ...], *, has_visitor: bool
    ) -> Mapping[str, float]:
        """Return how many of some seconds each slide was on.

        `seen` is the slide on the screen, empty for none, and `on` are all slides of the schedule.
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
        self._seen = {slide: each * fade for slide, each in kept.items()}

    def _shared(self, seconds: float, on: tuple[str, ...]) -> Mapping[str, float]:
        slides = Counter(on)
        shares = {slide: self._seen.get(slide, 0.0) for slide in slides}
        if not all(shares.values()):  # not every slide had its turn yet
            shares = {slide: float(times) for slide, times in slides.items()}
        whole = sum(shares.values())
        return {slide: seconds * share / whole for slide, share in shares.items()}


def by_hour(end: datetime, seconds: float) -> Mapping[str, float]:
    """Return how many of the seconds before `end` lie in each hour."""
    begun = end - timedelta(seconds=seconds)
    into_hour = end.minute * 60 + end.second + end.microsecond / 1e6
    if seconds <= into_hour:
        return {hour_of(end): seconds}
    return {hour_of(begun): seconds - into_hour, hour_of(end): into_hour}
