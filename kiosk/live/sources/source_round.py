"""One round of reading: all sources side by side, the answer of each, its age, and what went wrong.

Each source has a thread that fetches within bounds of time and bytes, and a process of its own that reads the
answer within bounds of time and memory; that process sees no credentials. A source that fails or hangs takes
nothing from the others, and its last answer stays, with its age.
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
"""After so long what is known is published, if a source still is not read; and then again what came since."""

ROUND_S = 30.0
"""After so long no source is waited for."""

REST_S = 120.0
"""For so long a source is left alone that was waited for in vain: it would hold up the next round too."""

READING = isolated.ProcessLimits(cpu_s=10, wall_s=20.0, memory=512 << 20)
READERS = threading.Semaphore(2)
"""So many answers are read at a time: each takes a process with some 30 MB."""

MAX_ANSWER = 1 << 20  # bytes
NOT_YET = "it has not answered yet"
_log = logging.getLogger(__name__)


@frozen
class LiveOutcome:
    """How the reading of a source went: what is known, why it was not read, and what was left out."""

    known: Known | None = None
    problem: str = ""
    left_out: tuple[str, ...] = ()


Outcomes = dict[str, LiveOutcome]


@frozen
class SourceRound:
    """What one round has for all sources: `keep_s` says for how long an old answer counts."""

    memory: LiveMemory
    zone: ZoneInfo
    now: datetime
    keep_s: Mapping[str, float]
    hosts: frozenset[str] = frozenset()
    contexts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """What of the feed the reader of a source needs, such as the areas of its alerts."""

    interrupt: Interrupt = field(default_factory=Interrupt)
    proxy: str | None = None
    ca: Path | None = None

    def outcomes(self, sources: Mapping[str, LiveSource]) -> Iterator[Outcomes]:
        """Yield how each source was read; before that, while some are slow, what is known of all by then."""
        readers = {name: partial(self.outcome, name, source) for name, source in sources.items()}
        reading = SourceThreads(readers, AT_ONCE)
        self.interrupt.add(reading.interrupt.set)
        try:
            found, reported, waited_s = reading.until(FIRST_S), -1, FIRST_S
            while len(found) < len(sources) and waited_s < ROUND_S:
                if len(found) > reported:
                    reported = len(found)
                    yield self._with_others(found, sources, NoAnswer(NOT_YET))
                waited_s += AGAIN_S
                found = reading.until(min(waited_s, ROUND_S))
        finally:
            self.interrupt.remove(reading.interrupt.set)
            reading.interrupt.set()
        yield self._with_others(found, sources, _HungError(REST_S))

    def _with_others(self, found: Outcomes, sources: Mapping[str, LiveSource], bad: SourceError) -> Outcomes:
        return {name: found.get(name) or self.failed(name, source, bad) for name, source in sources.items()}

    def outcome(self, name: str, source: LiveSource, interrupt: Interrupt) -> LiveOutcome:
        """Read one source, and remember its answer."""
        try:
            answer = self._read(name, source, interrupt)
        except SourceError as bad:
            return self.failed(name, source, bad)
        except Exception as bad:  # noqa: BLE001  # one that breaks unforeseen must not stop the others
            _log.exception("the source %s broke its reader", name)
            return self.failed(name, source, SourceError(f"broke its reader: {type(bad).__name__}"))
        if not interrupt.is_set():  # else it is too late: a later round may know better
            self._keep(name, answer)
        return self._outcome(answer, source)

    def failed(self, name: str, source: LiveSource, bad: SourceError) -> LiveOutcome:
        """Return what is still known of a source that could not be read."""
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
            return LiveOutcome(problem=problem or "nothing is known of it")
        shown, hosts = allowed(known, self.hosts)
        left_out = tuple(f"left out, since the feed's live_hosts do not list it: {host}" for host in hosts)
        return LiveOutcome(shown, problem, (*answer.problems, *left_out))

    def _read(self, name: str, source: LiveSource, interrupt: Interrupt) -> LastAnswer:
        before = self.memory.recall(name, source)
        if before.is_shut(self.now):
            raise NoAnswer(f"it is left alone until {before.not_before:%H:%M:%S} UTC")
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
        same = {"as_of": self.now, "not_before": None, "expires": fetched.expires}
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
            expires=fetched.expires,
            digest=digest,
            key=key,
            data=data,
            problems=problems,
        )

    def _fetching(self, source: LiveSource, known: LastAnswer, web: SourceClient) -> Fetching:
        """Return with what it is fetched; of bytes that grow old, "not modified" would say too little."""
        tags = ("", "") if source.ages else (known.etag, known.modified)
        return Fetching(web, self.now, self.zone, *tags, self.memory.folder)

    def _parsed(
        self, source: LiveSource, body: bytes, context: Mapping[str, Any]
    ) -> tuple[dict[str, object], tuple[str, ...], datetime]:
        """Return what the process of a source reads in an answer, and as of when; raises `BadAnswer`."""
        request = json.dumps({**source.question(self.now, self.zone), **context}).encode() + b"\n" + body
        try:
            with READERS:
                output = isolated.run_named(source.reader, request, READING)
        except isolated.IsolatedError as bad:
            raise BadAnswer(f"an answer that {bad}" if bad.exceeded else str(bad)) from bad
        if len(output) > MAX_ANSWER:
            raise BadAnswer(f"more than {MAX_ANSWER >> 10} kB are left of the answer")
        found = json.loads(output)
        said = datetime.fromisoformat(found["as_of"]) if found.get("as_of") else self.now
        as_of = min(said, self.now)
        try:
            adapter(GROUPS[source.group]).validate_python({**found["data"], "as_of": as_of})
        except ValidationError as bad:
            first = bad.errors(include_url=False, include_input=False)[0]
            raise BadAnswer(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from bad
        return found["data"], tuple(safe_line(each, 300) for each in found["problems"]), as_of

    def _keep(self, name: str, answer: LastAnswer) -> None:
        try:
            self.memory.keep(name, answer)
        except OSError as bad:
            _log.warning("the answer of %s cannot be remembered: %s", name, bad.strerror)


class _HungError(TooOften):
    """A source that has not answered in a whole round, and is left alone for some seconds."""

    def __str__(self) -> str:
        return NOT_YET


def groups_of(sources: Mapping[str, LiveSource], outcomes: Outcomes) -> dict[str, tuple[Group, Known]]:
    """Return what is known of each source with its group."""
    return {
        name: (sources[name].group, outcome.known)
        for name, outcome in outcomes.items()
        if outcome.known and name in sources
    }
