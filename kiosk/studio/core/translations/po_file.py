"""Translations as gettext PO: the context is the unit's id, and drafts are fuzzy."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import polib

from kiosk.feed.message_catalog import short_value, tr
from kiosk.feed.problems import ContentError
from kiosk.studio.core.translations.translator_file import (
    ReturnedFile,
    ReturnedUnit,
    broken,
    needs_work,
    version_in,
    version_note,
)
from kiosk.studio.core.translations.units import Unit

_SOURCE = "X-Source-Language"
_LINE = re.compile(r'(?:msg[a-z_]+(?:\[\d+\])?\s+)?"(?:[^"\\]|\\.)*"')


def write(source: str, units: Mapping[str, Sequence[Unit]]) -> bytes:
    """Return the file for one language."""
    ((language, listed),) = units.items()
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": language,
        _SOURCE: source,
    }
    file.extend(_entry(unit) for unit in listed)
    return f"{file}\n".encode()


def _entry(unit: Unit) -> polib.POEntry:
    return polib.POEntry(
        msgctxt=unit.id,
        msgid=unit.source,
        msgstr=unit.target,
        occurrences=[(unit.file, str(unit.line))],
        comment=version_note(unit),
        flags=["fuzzy"] if unit.target and needs_work(unit) else [],
    )


def read(path: Path) -> ReturnedFile:
    """Read a file; raises `ContentError`."""
    try:
        _check_quotes(path)
        file = polib.pofile(str(path), encoding="utf-8")
    except UnicodeDecodeError as bad:
        raise broken(path, tr("not UTF-8 text; save the file as UTF-8")) from bad
    except (OSError, ValueError, IndexError) as bad:
        raise _not_read(path, str(bad)) from bad
    units = [
        ReturnedUnit(
            entry.msgctxt or "",
            entry.msgid,
            entry.msgstr,
            done=not entry.fuzzy,
            line=int(entry.linenum or 0),
            version=version_in([entry.comment]),
        )
        for entry in file
        if not entry.obsolete
    ]
    return ReturnedFile(
        path.name, file.metadata.get(_SOURCE, ""), {file.metadata.get("Language", "").strip(): units}
    )


def _check_quotes(path: Path) -> None:
    """Refuse a line with unquoted text: polib would cut characters off it."""
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), 1):
        words = line.strip()
        if words and not words.startswith("#") and not _LINE.fullmatch(words):
            raise broken(path, tr("not a PO file: {reason}", reason=short_value(words)), number)


def _not_read(path: Path, reason: str) -> ContentError:
    """Return the error that polib reports, at the line that it names."""
    line = re.search(r"\(line (\d{1,9})\)", reason)
    words = reason.rpartition(": ")[2][:100]
    return broken(path, tr("not a PO file: {reason}", reason=words), int(line[1]) if line else 0)
