"""Reads all sources in parallel: the data of each, its time, and its problems.

A source that fails or is slow does not delay the data of the others. The last reading of a source stays valid
for as long as a list of free times may be shown; after that, nothing is known about the source.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from kiosk.booking.slot_offer import SourceState
from kiosk.booking.sources.call_plan import pauses
from kiosk.booking.sources.source import Source, SourceQuery
from kiosk.booking.sources.source_errors import NoAnswer, SourceError, TooOften
from kiosk.booking.sources.source_http import SourceClient
from kiosk.booking.sources.source_memory import SourceMemory, StoredReading, identity
from kiosk.booking.sources.source_threads import SourceThreads
from kiosk.feed.loopback import is_loopback
from kiosk.feed.models import Feed
from kiosk.feed.problems import nearest
from kiosk.feed.wall_time import Span
from kiosk.frozen import frozen
from kiosk.net.interrupt import Interrupt

AT_ONCE = 8
FIRST_LIST_S = 10.0
"""After this time the known data is reported, even if a source has not been read yet."""

ROUND_S = 120.0
"""The longest wait for any source: a calendar may take a minute to download, and another one to read."""

_NOT_YET = NoAnswer("it has not answered yet")
_log = logging.getLogger(__name__)


@frozen
class SourceOutcome:
    """The outcome of reading a source.

    `problem` is why it could not be read, `event_problems` what could not be fully understood.
    """

    state: SourceState
    problem: str = ""
    event_problems: tuple[str, ...] = ()


def unconfigured_calendars(feed: Feed, sources: Mapping[str, Source]) -> dict[str, SourceOutcome]:
    """Return the calendars that the feed's rules name but that are not configured as sources."""
    rules = [rule for office in feed.offices.values() for rule in office.bookable]
    named = sorted({name for rule in rules for name in rule.calendars} - set(sources))
    return {
        name: SourceOutcome(SourceState(), "the feed names it, but it is not among the sources")
        for name in named
    }


def unknown_places(feed: Feed, sources: Mapping[str, Source]) -> dict[str, str]:
    """Return, by source name, a problem with the first office or topic that is not in the feed."""
    problems: dict[str, str] = {}
    for name, source in sources.items():
        for place in source.places:
            for kind, id_, ids in zip(("office", "topic"), place, (feed.offices, feed.topics), strict=True):
                if id_ not in ids:
                    meant = nearest(id_, ids)
                    hint = f"did you mean {meant!r}?" if meant else f"there are {', '.join(sorted(ids))}"
                    problems.setdefault(name, f"the feed has no {kind} {id_!r}; {hint}")
    return problems


Outcomes = dict[str, SourceOutcome]


@frozen
class Collector:
    """The settings of one run for all sources; `keep_s` is how many seconds an old reading stays valid."""

    memory: SourceMemory
    zone: ZoneInfo
    window: Span
    now: datetime
    keep_s: float
    interrupt: Interrupt = field(default_factory=Interrupt)
    proxy: str | None = None
    ca: Path | None = None

    def collect(self, sources: Mapping[str, Source]) -> Outcomes:
        """Return the outcome of each source, by name."""
        *_, last = self.rounds(sources)
        return last

    def rounds(self, sources: Mapping[str, Source]) -> Iterator[Outcomes]:
        """Yield the outcome of each source; if one is slow, first what is known so far.

        Setting `interrupt` ends the reading.
        """
        pause_s = pauses(sources)
        threads = SourceThreads(
            {
                name: partial(self.outcome, name, source, pause_s.get(name, 0.0))
                for name, source in sources.items()
            },
            AT_ONCE,
        )
        self.interrupt.add(threads.interrupt.set)
        try:
            known = threads.until(FIRST_LIST_S)
            if len(known) < len(sources):
                yield self._with_others(known, sources)
                known = threads.until(ROUND_S)
        finally:
            self.interrupt.remove(threads.interrupt.set)
            threads.interrupt.set()
        yield self._with_others(known, sources)

    def _with_others(self, known: Outcomes, sources: Mapping[str, Source]) -> Outcomes:
        return {name: known.get(name) or self._failed(name, source) for name, source in sources.items()}

    def outcome(self, name: str, source: Source, pause_s: float, interrupt: Interrupt) -> SourceOutcome:
        """Read a source, and store the reading."""
        before = self.memory.recall(name, identity(source))
        if before.rests(self.now) and self._is_fresh(before):
            return SourceOutcome(self._state(before, source), event_problems=before.problems)
        try:
            new = self._read(source, before, interrupt, pause_s)
        except SourceError as bad:
            return self._failed(name, source, bad)
        except Exception as bad:  # noqa: BLE001  # an unforeseen error must not stop the other sources
            _log.exception("the reader of the source %s failed", name)
            return self._failed(name, source, SourceError(f"its reader failed: {type(bad).__name__}"))
        if not interrupt.is_set():  # otherwise it is too late: a later run may have newer data
            self._keep(name, new)
        return SourceOutcome(self._state(new, source), event_problems=new.problems)

    def _read(
        self, source: Source, before: StoredReading, interrupt: Interrupt, pause_s: float
    ) -> StoredReading:
        if before.is_shut(self.now):
            raise NoAnswer(f"it asked for a pause until {before.not_before:%H:%M:%S} UTC")
        proxy = None if is_loopback(urlsplit(source.url or "").hostname or "") else self.proxy
        web = SourceClient(source.limit, interrupt=interrupt, proxy=proxy, ca=self.ca)
        try:
            new = source.read(SourceQuery(web, self.zone, self.window, self.now, before))
        finally:
            web.close()
        rests_until = self.now + timedelta(seconds=web.elapsed_s + pause_s) if pause_s else None
        changes = {
            "source": identity(source),
            "as_of": self.now,
            "not_before": None,
            "rests_until": rests_until,
        }
        return new.model_copy(update=changes)

    def _failed(self, name: str, source: Source, bad: SourceError = _NOT_YET) -> SourceOutcome:
        before = self.memory.recall(name, identity(source))
        if isinstance(bad, TooOften):
            until = self.now + timedelta(seconds=bad.seconds)
            changes = {"source": identity(source), "not_before": until}
            self._keep(name, before.model_copy(update=changes))
        return SourceOutcome(self._state(before, source), problem=str(bad))

    def _keep(self, name: str, reading: StoredReading) -> None:
        try:
            self.memory.keep(name, reading)
        except OSError as bad:
            _log.warning("the reading of %s cannot be stored: %s", name, bad.strerror)

    def _state(self, known: StoredReading, source: Source) -> SourceState:
        return SourceState(known.reading() if self._is_fresh(known) else None, known.as_of, source.places)

    def _is_fresh(self, known: StoredReading) -> bool:
        keep = timedelta(seconds=self.keep_s)
        return known.as_of is not None and timedelta() <= self.now - known.as_of <= keep
