"""Which notices are on at an instant; without a trusted time, only those without dates."""

from __future__ import annotations

from datetime import datetime

from kiosk.feed.models import Feed
from kiosk.feed.targeting import notices_for
from kiosk.feed.wall_time import Now, utc
from kiosk.signage.playlist_times import Times, undated


class Notices:
    """One screen's notices, prepared for many queries at increasing instants."""

    def __init__(self, feed: Feed, screen_id: str) -> None:
        named = sorted(notices_for(feed, screen_id).items())
        self._times = {name: Times(notice.when, feed.zone) for name, notice in named}
        self._undated = frozenset(name for name, notice in named if undated(notice.when))

    def at(self, now: Now) -> tuple[str, ...]:
        """Return the ids of the notices that apply at `now`."""
        instant = utc(now) if now else None
        return tuple(
            name
            for name, times in self._times.items()
            if name in self._undated or (instant and _applies(times, instant))
        )


def _applies(times: Times, now: datetime) -> bool:
    span = times.span_from(now)
    return span is not None and span.start <= now
