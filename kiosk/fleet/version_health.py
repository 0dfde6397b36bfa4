"""Whether the running version has come up, in a small file for whatever may go back to the version before.

It holds one line, the version and a word, in memory (the runtime directory of systemd). A version counts as
come up when it has drawn for two minutes since its first frame, and not in safe mode. Until then, a version
that replaced another is on trial: it shows the last generation that the one before really showed, so that no
new feed can speak against it. That it has come up is recorded on the disk, and holds for every later start.
"""

from __future__ import annotations

import logging
from pathlib import Path

from kiosk import system

FILE = "version"
PROVEN_FILE = "proven_version"
PROVEN_S = 120

FIRST = "first"
"""In the record: no version ran on this device before."""

STARTING, DARK, DRAWN = "starting", "dark", "drawn"
"""Nothing is known yet; the display is off, so that no frame can be drawn; it has come up."""

FAILED = Path("/var/lib/infodisk-upgrades/failed")
"""Written by `kiosk/cli/upgrade_guard.py`: the version that was last taken back."""

MOST_BYTES = 100

log = logging.getLogger(__name__)


class VersionHealth:
    """The file of one run of a version, in `folder`, and its record in `kept`.

    A disk error is logged; the version then has not come up.
    """

    def __init__(self, folder: Path, kept: Path, version: str) -> None:
        self._path, self._version = folder / FILE, version
        self._record = kept / PROVEN_FILE
        self._word = ""
        self._known = _read_line(self._record).split()

    @property
    def is_proven(self) -> bool:
        """Whether this version has come up, in this run or an earlier one."""
        return self._known == [self._version, DRAWN]

    @property
    def is_on_trial(self) -> bool:
        """Whether another version ran before this one, which has not come up yet."""
        return self._known == [self._version, STARTING]

    def begin(self) -> bool:
        """Record the start of a run; return whether another version ran before it."""
        is_other = self._known[:1] != [self._version]
        has_former = bool(self._known)
        if is_other:
            self._remember(STARTING if has_former else FIRST)
        self.note(DRAWN if self.is_proven else STARTING)
        return is_other and has_former

    def come_up(self) -> None:
        """Record that this version has come up."""
        if not self.is_proven:
            self._remember(DRAWN)
        self.note(DRAWN)

    def _remember(self, word: str) -> None:
        self._known = [self._version, word]
        self._write(self._record, word)

    def note(self, word: str) -> None:
        """Write the word if it is another one than before."""
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
    """Return the version that the device went back from to the running one, empty if there is none."""
    failed = _read_line(path)
    return "" if failed == running else failed


def _read_line(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES).decode("utf-8", "replace").strip()
    except OSError:
        return ""
