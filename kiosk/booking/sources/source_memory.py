"""What is remembered of each source from one run to the next: busy times, free slots, and no names.

It is what lets a failed source be "known as of 10:42", and an unchanged calendar cost nothing. It is
forgotten when the source is another one than it was, and when the clock went back: its age is not known then.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from pydantic import ValidationError

from kiosk import __version__, system
from kiosk.booking.slot_offer import SourceReading
from kiosk.booking.slots import Slot
from kiosk.feed.strict_model import StrictModel
from kiosk.feed.wall_time import Span
from kiosk.feed.written_values import Instant

_CLOCK = ".clock"
_LONGEST_REST = timedelta(hours=1)
"""No server is left alone for longer, whatever it said."""


class Described(Protocol):
    """What can tell all of itself but its secrets: a pydantic model."""

    def model_dump_json(self) -> str:
        """Return it as JSON, with secrets masked."""


class Remembered(StrictModel):
    """The last reading of a source: when it was made, of which version, and not before when to ask again."""

    source: str = ""
    """Of which source, by what `identity` returned for it."""

    as_of: Instant | None = None
    not_before: Instant | None = None
    """Until when the server wants to be left alone."""

    rests_until: Instant | None = None
    """Until when it is left alone so that it need not say so."""

    etag: str = ""
    digest: str = ""
    window: tuple[Instant, Instant] | None = None
    busy: tuple[tuple[Instant, Instant], ...] = ()
    free: tuple[Slot, ...] = ()
    problems: tuple[str, ...] = ()
    """What of a calendar could not be understood."""

    def reading(self) -> SourceReading:
        """Return it as what the source said."""
        return SourceReading(busy=tuple(Span(*each) for each in self.busy), free=self.free)

    def rests(self, now: datetime) -> bool:
        """Return whether the source is left alone at `now` though it did not ask for that."""
        return _lies_ahead(self.rests_until, now)

    def is_shut(self, now: datetime) -> bool:
        """Return whether the server wants to be left alone at `now`."""
        return _lies_ahead(self.not_before, now)


def _lies_ahead(moment: datetime | None, now: datetime) -> bool:
    return moment is not None and now < moment <= now + _LONGEST_REST


def identity(source: Described) -> str:
    """Return what changes when a source is another one, or is read by another version; no secret is in it."""
    identity_text = f"{__version__} {type(source).__name__} {source.model_dump_json()}"
    return hashlib.sha256(identity_text.encode()).hexdigest()


class SourceMemory:
    """A folder with a file for each source, as it is at `now`; what cannot be read there was never known."""

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

    def recall(self, name: str, source: str) -> Remembered:
        """Return what is remembered of a source, if it is still this one."""
        try:
            found = Remembered.model_validate_json(self._path(name).read_bytes())
        except (OSError, ValidationError):
            return Remembered()
        ahead = found.as_of is not None and found.as_of > self._now
        return Remembered() if ahead or found.source != source else found

    def keep(self, name: str, what: Remembered) -> None:
        """Remember it, in place of what was; raises `OSError` if that cannot be."""
        self._write(f"{name}.json", what.model_dump_json())

    def _write(self, name: str, text: str) -> None:
        system.write_atomically(self._folder / name, text.encode(), mode=0o600)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.json"
