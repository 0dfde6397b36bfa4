"""All sources read side by side: what each says, as of when, and what went wrong with it.

A source that fails or is slow takes nothing from the others. What it said last counts for as long as a list
of free times may be shown, and is then no longer known.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.booking.offer import SourceState
from kiosk.booking.sources.errors import NoAnswer, SourceError, TooOften
from kiosk.booking.sources.memory import Memory, Remembered
from kiosk.booking.sources.source import Ask, Source
from kiosk.booking.sources.web import Web
from kiosk.content.models import Feed
from kiosk.content.problems import nearest
from kiosk.content.walltime import Span

AT_ONCE = 4
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Outcome:
    """How the reading of a source went.

    `problem` says why it could not be read, `event_problems` what of it could not be understood in full.
    """

    state: SourceState
    problem: str = ""
    event_problems: tuple[str, ...] = ()


def missing(feed: Feed, sources: Mapping[str, Source]) -> dict[str, Outcome]:
    """Return the calendars that the feed's rules name and that no one has said how to read."""
    rules = [rule for office in feed.offices.values() for rule in office.bookable]
    named = sorted({name for rule in rules for name in rule.calendars} - set(sources))
    return {
        name: Outcome(SourceState(), "the feed names it, but it is not among the sources") for name in named
    }


def strange(feed: Feed, sources: Mapping[str, Source]) -> dict[str, str]:
    """Return, by the name of a source, the first office or topic that it names and the feed does not have."""
    found: dict[str, str] = {}
    for name, source in sources.items():
        for place in source.places:
            for kind, id_, there in zip(("office", "topic"), place, (feed.offices, feed.topics), strict=True):
                if id_ not in there:
                    meant = nearest(id_, there)
                    hint = f"did you mean {meant!r}?" if meant else f"there are {', '.join(sorted(there))}"
                    found.setdefault(name, f"the feed has no {kind} {id_!r}; {hint}")
    return found


@dataclass(frozen=True)
class Collector:
    """What one run of reading has for all sources: `keep_s` is for how many seconds an old reading counts."""

    memory: Memory
    zone: ZoneInfo
    window: Span
    now: datetime
    keep_s: float

    def collect(self, sources: Mapping[str, Source]) -> dict[str, Outcome]:
        """Return how each source was read, by its name."""
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return dict(zip(sources, pool.map(self._one, sources, sources.values()), strict=True))

    def _one(self, name: str, source: Source) -> Outcome:
        before = self.memory.recall(name)
        try:
            new = self._read(source, before)
        except SourceError as bad:
            return self._failed(name, source, before, bad)
        except Exception as bad:  # noqa: BLE001  # one that breaks unforeseen must not stop the others
            _log.exception("the source %s broke its reader", name)
            return self._failed(name, source, before, SourceError(f"broke its reader: {type(bad).__name__}"))
        self.memory.keep(name, new)
        state = SourceState(new.reading(), new.as_of, source.places)
        return Outcome(state, event_problems=new.problems)

    def _read(self, source: Source, before: Remembered) -> Remembered:
        if before.not_before and self.now < before.not_before:
            raise NoAnswer(f"it wants to be left alone until {before.not_before:%H:%M:%S} UTC")
        web = Web()
        try:
            new = source.read(Ask(web, self.zone, self.window, self.now, before))
        finally:
            web.close()
        return new.model_copy(update={"as_of": self.now, "not_before": None})

    def _failed(self, name: str, source: Source, before: Remembered, bad: SourceError) -> Outcome:
        if isinstance(bad, TooOften):
            until = self.now + timedelta(seconds=bad.seconds)
            self.memory.keep(name, before.model_copy(update={"not_before": until}))
        fresh = before.as_of is not None and self.now - before.as_of <= timedelta(seconds=self.keep_s)
        state = SourceState(before.reading() if fresh else None, before.as_of, source.places)
        return Outcome(state, problem=str(bad))
