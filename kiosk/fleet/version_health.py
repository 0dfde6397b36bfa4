"""Whether the running version works, in a small file for the tool that can go back to the previous version.

The file holds one line, the version and a word, in memory (systemd's runtime directory). A version has proved
itself two minutes after its first frame, unless it runs in safe mode. Until then, a version that replaced
another one is on trial: it shows the last generation that the previous version actually showed, so that a
new feed cannot make it fail. That a version has proved itself is recorded on disk, and holds after a restart.
"""

from __future__ import annotations

import logging
from pathlib import Path

from kiosk import system

FILE = "version"
PROVEN_FILE = "proven_version"
PROVEN_S = 120

FIRST = "first"
"""In the record: this is the first version on this device."""

STARTING, DARK, DRAWN = "starting", "dark", "drawn"
"""Nothing is known yet; the display is off, so that no frame can be drawn; the version has proved itself."""

FAILED = Path("/var/lib/infodisk-upgrades/failed")
"""Written by `kiosk/cli/upgrade_guard.py`: the version that was last rolled back."""

MAX_BYTES = 100

log = logging.getLogger(__name__)


class VersionHealth:
    """The file of the current run, in `folder`, and the permanent record, in `kept`.

    A disk error is logged; the version then counts as not proven.
    """

    def __init__(self, folder: Path, kept: Path, version: str) -> None:
        self._path, self._version = folder / FILE, version
        self._record = kept / PROVEN_FILE
        self._word = ""
        self._known = _read_line(self._record).split()

    @property
    def is_proven(self) -> bool:
        """Whether this version has proved itself, in this run or an earlier one."""
        return self._known == [self._version, DRAWN]

    @property
    def is_on_trial(self) -> bool:
        """Whether this version replaced another one, and has not proved itself yet."""
        return self._known == [self._version, STARTING]

    def begin(self) -> bool:
        """Record the start of a run; return whether the previous run was of another version."""
        is_new = self._known[:1] != [self._version]
        has_previous = bool(self._known)
        if is_new:
            self._remember(STARTING if has_previous else FIRST)
        self.note(DRAWN if self.is_proven else STARTING)
        return is_new and has_previous

    def prove(self) -> None:
        """Record that this version has proved itself."""
        if not self.is_proven:
            self._remember(DRAWN)
        self.note(DRAWN)

    def _remember(self, word: str) -> None:
        self._known = [self._version, word]
        self._write(self._record, word)

    def note(self, word: str) -> None:
        """Write the word if it has changed."""
        if word == self._word:
            return
        self._word = word
        self._write(self._path, word)

    def _write(self, path: Path, word: str) -> None:
        try:
            system.write_atomically(path, f"{self._version} {word}\n".encode())
        except OSError as bad:
            log.warning("cannot record the health of this version: %s", bad)


def failed_upgrade(running: str, path: Path = FAILED) -> str:
    """Return the version that was rolled back to the running one; empty if there is none."""
    failed = _read_line(path)
    return "" if failed == running else failed


def _read_line(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES).decode("utf-8", "replace").strip()
    except OSError:
        return ""
