"""Fetches the messages that a CAP index links to, within limits, and stores them between rounds.

A message is requested when its entry is new or was updated; if the entry has no date, every round makes a
conditional request. A message that cannot be read is reported, and its last version is kept while the index
lists it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from kiosk import isolated, system
from kiosk.booking.sources.source_errors import BadAnswer, NoAnswer, SourceError, TooOften
from kiosk.booking.sources.source_http import SourceResponse
from kiosk.booking.sources.source_pause import is_paused
from kiosk.feed.strict_model import StrictModel
from kiosk.feed.written_times import Instant
from kiosk.live.sources.cap_documents import MAX_BYTES
from kiosk.live.sources.cap_index import joined, linked_address

READING = isolated.ProcessLimits(cpu_s=10, wall_s=12.0, memory=512 << 20)
MAX_REQUESTS = 50
"""The maximum number of messages requested in a round; the others wait for the next one."""

KEPT_BYTES = MAX_BYTES * 3 // 4
"""The maximum size of all stored messages together."""

RETRY = timedelta(minutes=2)
"""After how long a message that could not be read is requested again."""

OLD = timedelta(days=7)
"""After how long a file that is no longer written is deleted."""

WAITS = "it waits for the next round"
AskMessage = Callable[[str, dict[str, str]], SourceResponse | None]
"""Requests an address with headers; returns None once the time for messages is over, raises `SourceError`."""


class IndexEntry(StrictModel):
    """An entry of an index: its link, and a version that changes with its message."""

    link: str = ""
    version: str = ""


class ListedMessage(StrictModel):
    """The message of an entry: the text that was last read, and why it could not be read since."""

    version: str = ""
    alerts: str = ""
    etag: str = ""
    modified: str = ""
    problem: str = ""
    not_before: Instant | None = None

    def is_due(self, version: str, now: datetime) -> bool:
        """Return whether to request it at `now`, given the version of its entry."""
        if is_paused(self.not_before, now):
            return False
        return bool(self.problem) or not self.alerts or not version or version != self.version


class KnownIndex(StrictModel):
    """An index as it was last read; `entries` is None if it contains the messages themselves."""

    etag: str = ""
    modified: str = ""
    digest: str = ""
    entries: tuple[IndexEntry, ...] | None = None
    more: int = 0
    not_before: Instant | None = None
    """Until when no message is requested, because a server reported too many requests."""

    messages: dict[str, ListedMessage] = Field(default_factory=dict)
    """By address."""


@dataclass
class CapIndexStore:
    """The index of one source, identified by `name`, in a folder, at `now`.

    `base` is its address, if it has one; `hosts` are those other than its own that it may link to.
    """

    folder: Path
    name: str
    now: datetime
    base: str = ""
    hosts: Collection[str] = ()
    known: KnownIndex = field(init=False)

    def __post_init__(self) -> None:
        """Load the stored index; an unreadable file counts as missing."""
        try:
            self._before = self._path.read_bytes()
            self.known = KnownIndex.model_validate_json(self._before)
        except (OSError, ValidationError):
            self._before, self.known = b"", KnownIndex()
        self._problems: list[str] = []
        self._waiting: set[str] = set()

    @property
    def tags(self) -> tuple[str, str]:
        """The ETag and modification time of the index, for a conditional request."""
        return (self.known.etag, self.known.modified) if self.known.entries is not None else ("", "")

    def take(self, fetched: SourceResponse) -> bool:
        """Update the index; returns False if it contains the messages themselves. Raises `BadAnswer`."""
        if fetched.unchanged:
            return self.known.entries is not None
        digest = sha256(fetched.body).hexdigest()
        changes: dict[str, Any] = {"etag": fetched.etag, "modified": fetched.modified, "digest": digest}
        if digest != self.known.digest:
            changes |= _read("read_index", fetched.body)
        self.known = KnownIndex.model_validate(self.known.model_dump() | changes)
        return self.known.entries is not None

    def messages(self, ask: AskMessage) -> bytes:
        """Return all known messages as one document; raises `NoAnswer` if none of those listed is known."""
        listed = self._listed()
        kept = {address: self.known.messages.get(address) or ListedMessage() for address in listed}
        self.known = self.known.model_copy(update={"messages": kept})
        self._read_documents(listed, self._requested(listed, ask))
        texts = self._texts()
        self._write()
        if (listed or self._problems) and not texts:
            raise NoAnswer(f"none of the messages that it lists can be read; {self._problems[0]}")
        return joined(texts, self._problems)

    def _listed(self) -> dict[str, str]:
        """Return the versions of the messages that may be requested, by address."""
        listed = {}
        for number, entry in enumerate(self.known.entries or (), 1):
            try:
                listed[linked_address(entry.link, self.base, self.hosts)] = entry.version
            except ValueError as bad:
                self._problems.append(f"entry {number} of the index: {bad}")
        if self.known.more:
            self._problems.append(f"{self.known.more} entries at the end of the index are not followed")
        return listed

    def _requested(self, listed: dict[str, str], ask: AskMessage) -> dict[str, SourceResponse]:
        """Request the messages that are due: return the new documents, and note which requests failed."""
        documents: dict[str, SourceResponse] = {}
        due = [
            address
            for address, version in listed.items()
            if self.known.messages[address].is_due(version, self.now)
        ]
        self._waiting = set(due)
        if is_paused(self.known.not_before, self.now):
            return documents
        for address in due[:MAX_REQUESTS]:
            try:
                answer = ask(address, _conditions(self.known.messages[address]))
            except TooOften as bad:
                until = self.now + timedelta(seconds=bad.seconds)
                self.known = self.known.model_copy(update={"not_before": until})
                break
            except SourceError as bad:
                self._note(address, problem=str(bad), not_before=self.now + RETRY)
            else:
                if answer is None:
                    break
                if answer.unchanged:
                    self._note(address, problem="", version=listed[address], not_before=None)
                else:
                    documents[address] = answer
            self._waiting.discard(address)
            if sum(len(answer.body) for answer in documents.values()) > KEPT_BYTES:
                break
        return documents

    def _read_documents(self, listed: dict[str, str], documents: dict[str, SourceResponse]) -> None:
        """Parse the new documents; a message whose document cannot be read keeps its last text."""
        if not documents:
            return
        bodies = [answer.body for answer in documents.values()]
        sizes = json.dumps([len(body) for body in bodies]).encode()
        read = _read("read_documents", b"\n".join((sizes, b"".join(bodies))))
        for (address, answer), document in zip(documents.items(), read["documents"], strict=True):
            if problem := document["problem"]:
                self._note(address, problem=problem, not_before=self.now + RETRY)
                continue
            tags = {"etag": answer.etag, "modified": answer.modified}
            self._note(address, **tags, **document, version=listed[address], not_before=None)

    def _texts(self) -> list[str]:
        """Return the texts of the messages, and report which are not up to date."""
        texts, size = [], 0
        for number, (address, message) in enumerate(self.known.messages.items(), 1):
            problem = message.problem or (WAITS if address in self._waiting else "")
            size += len(message.alerts.encode())
            if size > KEPT_BYTES:
                problem = f"more than {KEPT_BYTES >> 20} MiB of messages"
                self._note(address, alerts="", problem=problem, not_before=self.now + RETRY)
            elif message.alerts:
                texts.append(message.alerts)
            if problem:
                self._problems.append(f"message {number} of the index: {problem}")
        return texts

    def _note(self, address: str, **changes: Any) -> None:  # noqa: ANN401  # the fields of a message
        self.known.messages[address] = self.known.messages[address].model_copy(update=changes)

    def _write(self) -> None:
        text = self.known.model_dump_json().encode()
        if text == self._before:
            return
        system.write_atomically(self._path, text, mode=0o600)
        for path in self.folder.glob("index-*.json"):
            if path != self._path and self.now.timestamp() - path.stat().st_mtime > OLD.total_seconds():
                path.unlink(missing_ok=True)

    @property
    def _path(self) -> Path:
        return self.folder / f"index-{self.name}.json"


def _conditions(message: ListedMessage) -> dict[str, str]:
    """Return the headers for a conditional request, if the message is known."""
    if not message.alerts:
        return {}
    tags = {"If-None-Match": message.etag, "If-Modified-Since": message.modified}
    return {name: value for name, value in tags.items() if value}


def _read(reader: str, request: bytes) -> Any:  # noqa: ANN401  # the JSON of one of two readers
    """Run a reader of `cap_index` in a separate process; raises `BadAnswer`."""
    try:
        return json.loads(isolated.run_named(("kiosk.live.sources.cap_index", reader), request, READING))
    except isolated.IsolatedError as bad:
        raise BadAnswer(f"an index that {bad}" if bad.exceeded else str(bad)) from bad
