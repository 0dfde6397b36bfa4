"""A translator's file: the units in it, and its two forms by the ending of its name."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from kiosk.feed.message_catalog import Message, tr
from kiosk.feed.problems import ContentError, Position, error
from kiosk.feed.translation_record import fingerprint
from kiosk.frozen import frozen
from kiosk.studio.core.translations.units import TranslationState, Unit

MAX_BYTES = 32 << 20
_FORMS = {".xlf": "xliff_file", ".xliff": "xliff_file", ".po": "po_file"}
ENDINGS = tuple(_FORMS)
_VERSION = "exported: "
_SENTENCE_WORDS = 4
_ADDED_BY_TOOLS = " \t\r\n\u200e\u200f\u061c\ufeff"
"""Spaces, and the marks that editors put around right-to-left text."""


@frozen
class ReturnedUnit:
    """One unit of a translator's file; `version` is that of the translation that was exported, if known."""

    id: str
    source: str
    target: str
    done: bool
    line: int
    version: str | None = None
    trouble: Message | None = None

    @property
    def untouched(self) -> bool:
        """Whether a tool filled in the source text, for somebody to begin from."""
        return not self.done and fingerprint(self.target) == fingerprint(self.source)

    @property
    def copied(self) -> bool:
        """Whether the source text stands in the place of its translation; a name may be the same in both."""
        is_sentence = len(self.source.split()) >= _SENTENCE_WORDS
        return is_sentence and fingerprint(self.target) == fingerprint(self.source)


@frozen
class ReturnedFile:
    """A translator's file as it came back: a list of units for each language."""

    name: str
    source: str
    languages: dict[str, list[ReturnedUnit]]


def form_of(path: Path) -> ModuleType | None:
    """Return the module that writes and reads files of this name, or None."""
    name = _FORMS.get(path.suffix.lower())
    return importlib.import_module(f"kiosk.studio.core.translations.{name}") if name else None


def read(path: Path) -> ReturnedFile:
    """Read a translator's file; raises `ContentError` and `OSError`."""
    if path.stat().st_size > MAX_BYTES:
        raise broken(path, tr("larger than {size} MiB; split it into smaller files", size=MAX_BYTES >> 20))
    form = form_of(path)
    if form is None:
        raise broken(path, tr("not a file of translations; its name ends in one of {names}", names=ENDINGS))
    returned = form.read(path)
    assert isinstance(returned, ReturnedFile)  # noqa: S101  # both forms return it
    if not any(returned.languages.values()):
        raise broken(path, tr("holds no texts; export again, and send it back whole"))
    return returned


def framed(target: str, source: str) -> str:
    """Return a translation without what tools add at its ends, and with the line end of its source."""
    words = target.strip(_ADDED_BY_TOOLS)
    return words + source[len(source.rstrip()) :] if words else ""


def broken(path: Path, message: Message, line: int = 0) -> ContentError:
    """Return an error for a file that cannot be read, or a place in it."""
    return ContentError([error(Position(path.name, line, 1 if line else 0), message)])


def needs_work(unit: Unit) -> bool:
    """Return whether somebody must still look at a translation."""
    return unit.state is not TranslationState.DONE


def version_note(unit: Unit) -> str:
    """Return the note that says which translation was exported."""
    return _VERSION + (unit.version or "-")


def version_in(notes: Sequence[str]) -> str | None:
    """Return what `version_note` said, or None if no note has it."""
    for line in (line for note in notes for line in note.splitlines()):
        if line.startswith(_VERSION):
            return line.removeprefix(_VERSION).strip().removeprefix("-")
    return None
