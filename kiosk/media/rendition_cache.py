"""A cache of media facts and renditions from one check to the next, keyed by everything they depend on.

An entry is a folder with `facts.json` and the pictures, written under a temporary name and then renamed.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import shutil
import tempfile
import time
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.feed.message_catalog import from_plain, to_plain
from kiosk.media.media_facts import MediaFacts, Need

if TYPE_CHECKING:
    from pydantic import TypeAdapter

FACTS = "facts.json"
KEPT_DAYS = 60
_DECODERS = ("Pillow", "resvg_py", "pypdfium2", "pillow_heif", "av")


class RenditionCache:
    """A folder of entries, which depend on the fonts in the folder `fonts` too."""

    def __init__(self, folder: Path, fonts: Path) -> None:
        self.folder = folder
        self._tools = _tools(fonts)

    def entry(self, sha256: str, name: str, need: Need) -> Path:
        """Return the folder for a file with this hash and the extension of `name`, as needed by `need`."""
        key = repr((self._tools, sha256, Path(name).suffix.lower(), need))
        return self.folder / hashlib.sha256(key.encode()).hexdigest()

    def read(self, entry: Path) -> MediaFacts | None:
        """Return the facts of an entry, or None if it is incomplete."""
        try:
            facts = _read((entry / FACTS).read_bytes())
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None
        if not all((entry / made.name).is_file() for made in facts.made):
            return None
        self._mark_used(entry)
        return facts

    def begin(self, entry: Path) -> Path:
        """Create a temporary folder for a new entry; several processes may create the same entry at once."""
        self.folder.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{entry.name[:16]}-", dir=self.folder))
        (folder / FACTS).touch()
        self._mark_used(folder)
        return folder

    def finish(self, folder: Path, entry: Path, facts: MediaFacts) -> None:
        """Move a finished folder into place, unless another process has already done so."""
        (folder / FACTS).write_bytes(_written(facts))
        self._mark_used(folder)
        try:
            folder.rename(entry)
        except OSError:
            if self.read(entry) is None:
                shutil.rmtree(entry, ignore_errors=True)
                folder.rename(entry)
            else:
                shutil.rmtree(folder, ignore_errors=True)

    @staticmethod
    def _mark_used(entry: Path) -> None:
        """Record when the entry was last used, by the clock that `prune` reads: a file server has its own."""
        with suppress(OSError):
            os.utime(entry / FACTS, (time.time(),) * 2)

    def prune(self) -> None:
        """Delete the entries that have not been used for `KEPT_DAYS`."""
        oldest = time.time() - KEPT_DAYS * 86400
        with suppress(OSError):
            for entry in self.folder.iterdir():
                facts = entry / FACTS
                if (facts if facts.exists() else entry).stat().st_mtime < oldest:
                    shutil.rmtree(entry, ignore_errors=True)


_MESSAGE_FIELDS = ("faults", "warnings")
"""The fields with messages, which are stored in a form that can be shown in any language."""


def _written(facts: MediaFacts) -> bytes:
    plain: dict[str, Any] = _form().dump_python(facts, mode="json")
    for name in _MESSAGE_FIELDS:
        plain[name] = [(line, column, to_plain(messages)) for line, column, messages in getattr(facts, name)]
    return json.dumps(plain).encode()


def _read(data: bytes) -> MediaFacts:
    plain = json.loads(data)
    faults, warnings = (_messages(plain.pop(name)) for name in _MESSAGE_FIELDS)
    return replace(_form().validate_python(plain), faults=faults, warnings=warnings)


def _messages(messages: list[tuple[int, int, object]]) -> tuple[tuple[int, int, str], ...]:
    return tuple((line, column, from_plain(each)) for line, column, each in messages)


@cache
def _form() -> TypeAdapter[MediaFacts]:
    from pydantic import TypeAdapter  # noqa: PLC0415  # the converter process does not need it

    return TypeAdapter(MediaFacts)


def _tools(fonts: Path) -> str:
    """Return a digest that changes when the same file might be converted differently."""
    digest = hashlib.sha256()
    here = Path(__file__).parent
    for path in sorted((*here.glob("*.py"), *(here.parent / "checks").glob("*.py"), *fonts.glob("*.ttf"))):
        digest.update(path.name.encode())
        digest.update(path.read_bytes() if path.suffix == ".py" else str(path.stat().st_size).encode())
    for name in _DECODERS:
        with suppress(importlib.metadata.PackageNotFoundError):
            digest.update(f"{name} {importlib.metadata.version(name)}".encode())
    return digest.hexdigest()
