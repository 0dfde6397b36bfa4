"""What is stored about each source between runs: busy times and free slots, but no names.

It is why a failed source is "known as of 10:42", and why an unchanged calendar need not be read again. It is
discarded when the settings of the source or the version of the product change, and when the clock was set
back, since its age is then unknown.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from typing import Protocol

from pydantic import ValidationError

from kiosk import __version__, system
from kiosk.booking.slot_offer import SourceReading
from kiosk.booking.slots import Slot
from kiosk.booking.sources.source_pause import is_paused
from kiosk.feed.strict_model import StrictModel
from kiosk.feed.wall_time import Span
from kiosk.feed.written_times import Instant

_CLOCK = ".clock"


class Described(Protocol):
    """A pydantic model, whose JSON masks secrets."""

    def model_dump_json(self) -> str:
        """Return it as JSON, with secrets masked."""


class StoredReading(StrictModel):
    """The last reading of a source: its time, its version, and the earliest time of the next call."""

    source: str = ""
    """The source, as returned by `identity`."""

    as_of: Instant | None = None
    not_before: Instant | None = None
    """The end of the pause that the server has asked for."""

    rests_until: Instant | None = None
    """The end of the pause that keeps within the known limit of the server."""

    etag: str = ""
    digest: str = ""
    window: tuple[Instant, Instant] | None = None
    busy: tuple[tuple[Instant, Instant], ...] = ()
    free: tuple[Slot, ...] = ()
    problems: tuple[str, ...] = ()
    """What could not be understood in a calendar."""

    def reading(self) -> SourceReading:
        """Return the stored data of the source."""
        return SourceReading(busy=tuple(Span(*span) for span in self.busy), free=self.free)

    def rests(self, now: datetime) -> bool:
        """Return whether the source is paused at `now` to keep within the known limit of its server."""
        return is_paused(self.rests_until, now)

    def is_shut(self, now: datetime) -> bool:
        """Return whether the server has asked for a pause that includes `now`."""
        return is_paused(self.not_before, now)


def identity(source: Described) -> str:
    """Return a string that changes with the source's settings and the product's version, without secrets."""
    identity_text = f"{__version__} {type(source).__name__} {source.model_dump_json()}"
    return hashlib.sha256(identity_text.encode()).hexdigest()


class SourceMemory:
    """A folder with a file for each source; an unreadable file counts as missing."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self._folder = folder
        self._now = now
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not self._clock_went_on():
            for path in folder.glob("*.json"):
                path.unlink(missing_ok=True)
        self._write(_CLOCK, now.isoformat())

    def _clock_went_on(self) -> bool:
        try:
            return datetime.fromisoformat((self._folder / _CLOCK).read_text("ascii")) <= self._now
        except FileNotFoundError:
            return True
        except (OSError, ValueError, TypeError):
            return False

    def recall(self, name: str, source: str) -> StoredReading:
        """Return the last reading of a source, if the source is still the same."""
        try:
            stored = StoredReading.model_validate_json(self._path(name).read_bytes())
        except (OSError, ValidationError):
            return StoredReading()
        ahead = stored.as_of is not None and stored.as_of > self._now
        return StoredReading() if ahead or stored.source != source else stored

    def keep(self, name: str, reading: StoredReading) -> None:
        """Store a reading, replacing the last one; raises `OSError`."""
        self._write(f"{name}.json", reading.model_dump_json())

    def _write(self, name: str, text: str) -> None:
        system.write_atomically(self._folder / name, text.encode(), mode=0o600)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.json"
