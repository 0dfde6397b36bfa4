"""Which questions are asked at an instant; without a trusted time, only those without dates."""

from __future__ import annotations

from kiosk.feed.models import Feed
from kiosk.feed.targeting import questions_for
from kiosk.feed.wall_time import Now, utc
from kiosk.signage.playlist_times import Times, undated


class Questions:
    """One screen's questions: dated ones, those of a campaign, replace the others while they apply."""

    def __init__(self, feed: Feed, screen_id: str) -> None:
        questions = questions_for(feed, screen_id).items()
        self._usual = tuple(name for name, question in questions if undated(question.when))
        self._campaigns = {
            name: Times(question.when, feed.zone)
            for name, question in questions
            if not undated(question.when)
        }

    def at(self, now: Now) -> tuple[str, ...]:
        """Return the ids of the questions to ask in turn at `now`."""
        instant = utc(now) if now else None
        spans = {name: times.span_from(instant) for name, times in self._campaigns.items()} if instant else {}
        running = (name for name, span in spans.items() if span and instant and span.start <= instant)
        return tuple(running) or self._usual
