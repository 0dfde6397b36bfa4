"""A translator's file: its units, and its two formats, chosen by file extension."""

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
"""Whitespace, and the marks that editors put around right-to-left text."""


@frozen
class ReturnedUnit:
    """One unit of a translator's file; `version` identifies the exported translation, if known."""

    id: str
    source: str
    target: str
    done: bool
    line: int
    version: str | None = None
    trouble: Message | None = None

    @property
    def untouched(self) -> bool:
        """Whether a tool filled in the source text as a starting point, and nobody has changed it."""
        return not self.done and fingerprint(self.target) == fingerprint(self.source)

    @property
    def copied(self) -> bool:
        """Whether a source sentence was copied instead of translated; a name may be the same in both."""
        is_sentence = len(self.source.split()) >= _SENTENCE_WORDS
        return is_sentence and fingerprint(self.target) == fingerprint(self.source)


@frozen
class ReturnedFile:
    """A translator's file that has come back: a list of units for each language."""

    name: str
    source: str
    languages: dict[str, list[ReturnedUnit]]


def form_of(path: Path) -> ModuleType | None:
    """Return the module that writes and reads files with this extension, or None."""
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


def with_source_ends(target: str, source: str) -> str:
    """Return a translation without what tools add at its ends, and with the line end of its source."""
    words = target.strip(_ADDED_BY_TOOLS)
    return words + source[len(source.rstrip()) :] if words else ""


def broken(path: Path, message: Message, line: int = 0) -> ContentError:
    """Return the error for a file that cannot be read, or for a line in it."""
    return ContentError([error(Position(path.name, line, 1 if line else 0), message)])


def needs_work(unit: Unit) -> bool:
    """Return whether a translation still needs work or review."""
    return unit.state is not TranslationState.DONE


def version_note(unit: Unit) -> str:
    """Return the note that says which translation was exported."""
    return _VERSION + (unit.version or "-")


def version_in(notes: Sequence[str]) -> str | None:
    """Return the version in the `version_note`, or None if there is no such note."""
    for line in (line for note in notes for line in note.splitlines()):
        if line.startswith(_VERSION):
            return line.removeprefix(_VERSION).strip().removeprefix("-")
    return None
