"""The last good answer of each source of live data and its time, kept from one run to the next.

It is forgotten when the source is another one than it was, and when the clock went back: its age is not known
then.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from kiosk import system
from kiosk.booking.sources.source_memory import identity
from kiosk.feed.constraints import adapter
from kiosk.feed.strict_model import StrictModel
from kiosk.feed.written_times import Instant
from kiosk.live.live_data import GROUPS, Known
from kiosk.live.sources.live_source import LiveSource

_LONGEST_REST = timedelta(hours=1)
"""No server is left alone for longer, whatever it asks for."""


class LastAnswer(StrictModel):
    """The last good answer of a source: its data, its time, and the digest of its bytes."""

    source: str = ""
    as_of: Instant | None = None
    not_before: Instant | None = None
    """Until when the server wants to be left alone."""

    etag: str = ""
    modified: str = ""
    expires: Instant | None = None
    """Until when the server says that the answer is current."""

    digest: str = ""
    key: str = ""
    data: dict[str, Any] | None = None
    problems: tuple[str, ...] = ()

    def is_shut(self, now: datetime) -> bool:
        """Return whether the server wants to be left alone at `now`."""
        return self.not_before is not None and now < self.not_before <= now + _LONGEST_REST

    def is_current(self, now: datetime) -> bool:
        """Return whether the answer has not expired at `now`; one that never does is asked for each hour."""
        return self.expires is not None and now < self.expires <= now + _LONGEST_REST

    def known(self, source: LiveSource) -> Known | None:
        """Return the data with their time; None if there are none, or if their form has changed."""
        if self.data is None or self.as_of is None:
            return None
        try:
            found: Known = adapter(GROUPS[source.group]).validate_python({**self.data, "as_of": self.as_of})
        except ValidationError:
            return None
        return found


class LiveMemory:
    """A folder with a file for each source, as it is at `now`; what cannot be read there was never known."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self.folder, self._now = folder, now
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def recall(self, name: str, source: LiveSource) -> LastAnswer:
        """Return what is remembered of a source, if it is still this one."""
        try:
            found = LastAnswer.model_validate_json(self._path(name).read_bytes())
        except (OSError, ValidationError):
            return LastAnswer()
        ahead = found.as_of is not None and found.as_of > self._now
        return LastAnswer() if ahead or found.source != identity(source) else found

    def keep(self, name: str, answer: LastAnswer) -> None:
        """Remember it, in place of what was; raises `OSError` if that cannot be."""
        text = json.dumps(answer.model_dump(mode="json"))
        system.write_atomically(self._path(name), text.encode(), mode=0o600)

    def _path(self, name: str) -> Path:
        return self.folder / f"live-{name}.json"
