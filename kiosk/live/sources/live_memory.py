"""The last good answer of each source of live data and its time, stored between runs.

It is discarded when the settings of the source or the version of the product change, and when the clock was
set back, since its age is then unknown.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from kiosk import system
from kiosk.booking.sources.source_memory import identity
from kiosk.booking.sources.source_pause import is_paused
from kiosk.feed.constraints import adapter
from kiosk.feed.strict_model import StrictModel
from kiosk.feed.written_times import Instant
from kiosk.live.live_data import GROUPS, Known
from kiosk.live.sources.live_source import LiveSource


class LastAnswer(StrictModel):
    """The last good answer of a source: its data, its time, and the digest of its bytes."""

    source: str = ""
    as_of: Instant | None = None
    not_before: Instant | None = None
    """The end of the pause that the server has asked for."""

    etag: str = ""
    modified: str = ""
    expires: Instant | None = None
    """When the answer expires, according to the server; after an hour at the latest."""

    digest: str = ""
    key: str = ""
    data: dict[str, Any] | None = None
    problems: tuple[str, ...] = ()

    def is_shut(self, now: datetime) -> bool:
        """Return whether the server has asked for a pause that includes `now`."""
        return is_paused(self.not_before, now)

    def is_current(self, now: datetime) -> bool:
        """Return whether the answer has not expired at `now`."""
        return is_paused(self.expires, now)

    def known(self, source: LiveSource) -> Known | None:
        """Return the data with its time; None if there is none, or if its form has changed."""
        if self.data is None or self.as_of is None:
            return None
        try:
            known: Known = adapter(GROUPS[source.group]).validate_python({**self.data, "as_of": self.as_of})
        except ValidationError:
            return None
        return known


class LiveMemory:
    """A folder with a file for each source, read at `now`; an unreadable file counts as missing."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self.folder, self._now = folder, now
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def recall(self, name: str, source: LiveSource) -> LastAnswer:
        """Return the last answer of a source, if the source is still the same."""
        try:
            stored = LastAnswer.model_validate_json(self._path(name).read_bytes())
        except (OSError, ValidationError):
            return LastAnswer()
        ahead = stored.as_of is not None and stored.as_of > self._now
        return LastAnswer() if ahead or stored.source != identity(source) else stored

    def keep(self, name: str, answer: LastAnswer) -> None:
        """Store an answer, replacing the last one; raises `OSError`."""
        text = json.dumps(answer.model_dump(mode="json"))
        system.write_atomically(self._path(name), text.encode(), mode=0o600)

    def _path(self, name: str) -> Path:
        return self.folder / f"live-{name}.json"
