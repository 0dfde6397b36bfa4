"""What is remembered of each source from one run to the next: busy times, free slots, and no names.

It is what lets a failed source be "known as of 10:42", and an unchanged calendar cost nothing.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import NamedTemporaryFile

from pydantic import ValidationError

from kiosk.booking.offer import Reading
from kiosk.booking.slots import Instant, Slot
from kiosk.content.strict_model import StrictModel
from kiosk.content.walltime import Span


class Remembered(StrictModel):
    """The last reading of a source: when it was made, of which version, and not before when to ask again."""

    as_of: Instant | None = None
    not_before: Instant | None = None
    etag: str = ""
    digest: str = ""
    window: tuple[Instant, Instant] | None = None
    busy: tuple[tuple[Instant, Instant], ...] = ()
    free: tuple[Slot, ...] = ()
    problems: tuple[str, ...] = ()
    """What of a calendar could not be understood."""

    def reading(self) -> Reading:
        """Return it as what the source said."""
        return Reading(busy=tuple(Span(*each) for each in self.busy), free=self.free)


class Memory:
    """A folder with a file for each source; what cannot be read there was never known."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def recall(self, name: str) -> Remembered:
        """Return what is remembered of a source."""
        try:
            return Remembered.model_validate_json(self._path(name).read_bytes())
        except (OSError, ValidationError):
            return Remembered()

    def keep(self, name: str, what: Remembered) -> None:
        """Remember it, in place of what was; raises `OSError` if that cannot be."""
        with NamedTemporaryFile(dir=self._folder, delete=False) as file:
            file.write(what.model_dump_json().encode())
        Path(file.name).replace(self._path(name))

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.json"
