"""Which questions are asked at an instant; without a trusted time, only those without dates."""

from __future__ import annotations

from kiosk.feed.models import Feed
from kiosk.feed.targeting import questions_for
from kiosk.feed.wall_time import Now, utc
from kiosk.signage.playlist_times import Times, undated


class Questions:
    """One screen's questions: those of a campaign, which have dates, replace the others while it lasts."""

    def __init__(self, feed: Feed, screen_id: str) -> None:
        asked = questions_for(feed, screen_id)
        self._usual = tuple(name for name, each in asked.items() if undated(each.when))
        self._campaigns = {
            name: Times(each.when, feed.zone) for name, each in asked.items() if not undated(each.when)
        }

    def at(self, now: Now) -> tuple[str, ...]:
        """Return the ids of the questions to ask in turn at `now`."""
        instant = utc(now) if now else None
        spans = {name: times.span_from(instant) for name, times in self._campaigns.items()} if instant else {}
        running = (name for name, span in spans.items() if span and instant and span.start <= instant)
        return tuple(running) or self._usual
