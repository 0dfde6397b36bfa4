"""Reads all sources once, in parallel: the answer of each, its age, and what went wrong.

For each source, a thread fetches the answer with limits on time and size, and a separate process without
credentials parses it with limits on time and memory. A source that fails or hangs does not affect the others,
and its last answer is kept with its age.
"""

from __future__ import annotations

import hashlib
import json
import logging
import threading
from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from kiosk import isolated
from kiosk.booking.sources.source_errors import BadAnswer, NoAnswer, SourceError, TooOften
from kiosk.booking.sources.source_http import SourceClient
from kiosk.booking.sources.source_memory import identity
from kiosk.booking.sources.source_pause import LONGEST_PAUSE
from kiosk.booking.sources.source_threads import SourceThreads
from kiosk.feed.constraints import adapter
from kiosk.feed.loopback import is_loopback
from kiosk.feed.printable import safe_line
from kiosk.frozen import frozen
from kiosk.live.live_data import GROUPS, Group, Known
from kiosk.live.named_hosts import allowed
from kiosk.live.sources.live_memory import LastAnswer, LiveMemory
from kiosk.live.sources.live_source import Fetching, LiveSource
from kiosk.net.interrupt import Interrupt

AT_ONCE = 10
FIRST_S = 2.0
AGAIN_S = 1.0
"""While sources are slow, the known data is reported after `FIRST_S`, and newer data every `AGAIN_S`."""

ROUND_S = 30.0
"""The longest wait for any source."""

REST_S = 120.0
"""The pause after a source that did not answer in a whole round, so that it does not hold up the next one."""

READING = isolated.ProcessLimits(cpu_s=10, wall_s=20.0, memory=512 << 20)
READERS = threading.Semaphore(2)
"""Limits the number of answers parsed at a time: each takes a process of some 30 MB."""

MAX_ANSWER = 1 << 20  # bytes
NOT_YET = "it has not answered yet"
_log = logging.getLogger(__name__)


@frozen
class LiveOutcome:
    """The outcome of reading a source: its data, why it could not be read, and what was left out."""

    known: Known | None = None
    problem: str = ""
    left_out: tuple[str, ...] = ()


Outcomes = dict[str, LiveOutcome]


@frozen
class SourceRound:
    """The settings of one round for all sources; `keep_s` is how many seconds an old answer stays valid."""

    memory: LiveMemory
    zone: ZoneInfo
    now: datetime
    keep_s: Mapping[str, float]
    hosts: frozenset[str] = frozenset()
    contexts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """What the reader of a source needs from the feed, such as the areas of its alerts."""

    interrupt: Interrupt = field(default_factory=Interrupt)
    proxy: str | None = None
    ca: Path | None = None

    def outcomes(self, sources: Mapping[str, LiveSource]) -> Iterator[Outcomes]:
        """Yield the outcome of each source; while some are slow, first what is known so far."""
        readers = {name: partial(self.outcome, name, source) for name, source in sources.items()}
        threads = SourceThreads(readers, AT_ONCE)
        self.interrupt.add(threads.interrupt.set)
        try:
            known, reported, waited_s = threads.until(FIRST_S), -1, FIRST_S
            while len(known) < len(sources) and waited_s < ROUND_S:
                if len(known) > reported:
                    reported = len(known)
                    yield self._with_others(known, sources, NoAnswer(NOT_YET))
                waited_s += AGAIN_S
                known = threads.until(min(waited_s, ROUND_S))
        finally:
            self.interrupt.remove(threads.interrupt.set)
            threads.interrupt.set()
        yield self._with_others(known, sources, _HungError(REST_S))

    def _with_others(self, known: Outcomes, sources: Mapping[str, LiveSource], bad: SourceError) -> Outcomes:
        return {name: known.get(name) or self.failed(name, source, bad) for name, source in sources.items()}

    def outcome(self, name: str, source: LiveSource, interrupt: Interrupt) -> LiveOutcome:
        """Read one source, and store its answer."""
        try:
            answer = self._read(name, source, interrupt)
        except SourceError as bad:
            return self.failed(name, source, bad)
        except Exception as bad:  # noqa: BLE001  # an unforeseen error must not stop the other sources
            _log.exception("the reader of the source %s failed", name)
            return self.failed(name, source, SourceError(f"its reader failed: {type(bad).__name__}"))
        if not interrupt.is_set():  # otherwise it is too late: a later round may have newer data
            self._keep(name, answer)
        return self._outcome(answer, source)

    def failed(self, name: str, source: LiveSource, bad: SourceError) -> LiveOutcome:
        """Return the outcome of a source that could not be read: its last answer, unless that is too old."""
        before = self.memory.recall(name, source)
        if isinstance(bad, TooOften):
            until = self.now + timedelta(seconds=bad.seconds)
            changes = {"source": identity(source), "not_before": until}
            self._keep(name, before.model_copy(update=changes))
        age = self.now - before.as_of if before.as_of else timedelta.max
        old = age > timedelta(seconds=self.keep_s.get(name, 0.0))
        return self._outcome(LastAnswer() if old else before, source, safe_line(bad, 300))

    def _outcome(self, answer: LastAnswer, source: LiveSource, problem: str = "") -> LiveOutcome:
        known = answer.known(source)
        if known is None:
            return LiveOutcome(problem=problem or "nothing is known about it")
        shown, hosts = allowed(known, self.hosts)
        left_out = tuple(f"left out, since the feed's live_hosts do not list it: {host}" for host in hosts)
        return LiveOutcome(shown, problem, (*answer.problems, *left_out))

    def _read(self, name: str, source: LiveSource, interrupt: Interrupt) -> LastAnswer:
        before = self.memory.recall(name, source)
        if before.is_shut(self.now):
            raise NoAnswer(f"it is not asked again until {before.not_before:%H:%M:%S} UTC")
        context = self.contexts.get(name, {})
        key = source.key(self.now, self.zone, context)
        known = before if before.key == key and before.known(source) else LastAnswer()
        if known.as_of and self.now - known.as_of < timedelta(seconds=source.rest_s):
            return known
        if source.until_expiry and known.is_current(self.now):
            return known
        proxy = None if is_loopback(urlsplit(source.url or "").hostname or "") else self.proxy
        web = SourceClient(deadline_s=ROUND_S, interrupt=interrupt, proxy=proxy, ca=self.ca)
        try:
            fetched = source.fetch(self._fetching(source, known, web))
        finally:
            web.close()
        expires = min(fetched.expires, self.now + LONGEST_PAUSE) if fetched.expires else None
        same = {"as_of": self.now, "not_before": None, "expires": expires}
        if fetched.unchanged:
            return known.model_copy(update=same)
        digest = hashlib.sha256(fetched.body).hexdigest()
        if digest == known.digest and not source.ages:
            return known.model_copy(update=same | {"etag": fetched.etag, "modified": fetched.modified})
        data, problems, as_of = self._parsed(source, fetched.body, context)
        return LastAnswer(
            source=identity(source),
            as_of=as_of,
            etag=fetched.etag,
            modified=fetched.modified,
            expires=expires,
            digest=digest,
            key=key,
            data=data,
            problems=problems,
        )

    def _fetching(self, source: LiveSource, known: LastAnswer, web: SourceClient) -> Fetching:
        """Return the parameters of a fetch; no ETag if the same bytes may mean something else later."""
        tags = ("", "") if source.ages else (known.etag, known.modified)
        return Fetching(web, self.now, self.zone, *tags, self.memory.folder)

    def _parsed(
        self, source: LiveSource, body: bytes, context: Mapping[str, Any]
    ) -> tuple[dict[str, object], tuple[str, ...], datetime]:
        """Parse an answer in a separate process: its data, problems and time; raises `BadAnswer`."""
        request = json.dumps({**source.question(self.now, self.zone), **context}).encode() + b"\n" + body
        try:
            with READERS:
                output = isolated.run_named(source.reader, request, READING)
        except isolated.IsolatedError as bad:
            raise BadAnswer(f"an answer that {bad}" if bad.exceeded else str(bad)) from bad
        if len(output) > MAX_ANSWER:
            raise BadAnswer(f"more than {MAX_ANSWER >> 10} kB are left of the answer")
        answer = json.loads(output)
        own_time = datetime.fromisoformat(answer["as_of"]) if answer.get("as_of") else self.now
        as_of = min(own_time, self.now)
        try:
            adapter(GROUPS[source.group]).validate_python({**answer["data"], "as_of": as_of})
        except ValidationError as bad:
            first = bad.errors(include_url=False, include_input=False)[0]
            raise BadAnswer(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from bad
        return answer["data"], tuple(safe_line(problem, 300) for problem in answer["problems"]), as_of

    def _keep(self, name: str, answer: LastAnswer) -> None:
        try:
            self.memory.keep(name, answer)
        except OSError as bad:
            _log.warning("the answer of %s cannot be stored: %s", name, bad.strerror)


class _HungError(TooOften):
    """A source did not answer in a whole round, and is not asked again for some seconds."""

    def __str__(self) -> str:
        return NOT_YET


def groups_of(sources: Mapping[str, LiveSource], outcomes: Outcomes) -> dict[str, tuple[Group, Known]]:
    """Return the group and the data of each source that has data."""
    return {
        name: (sources[name].group, outcome.known)
        for name, outcome in outcomes.items()
        if outcome.known and name in sources
    }
