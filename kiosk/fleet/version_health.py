"""Whether the running version has come up, in a small file for whatever may go back to the version before.

It holds one line, the version and a word, in memory (the runtime directory of systemd). A version counts as
come up when it has drawn for two minutes since its first frame, and not in safe mode.
"""

from __future__ import annotations

import logging
from pathlib import Path

from kiosk import system

FILE = "version"
PROVEN_S = 120

STARTING, DARK, DRAWN = "starting", "dark", "drawn"
"""Nothing is known yet; the display is off, so that no frame can be drawn; it has come up."""

FAILED = Path("/var/lib/infodisk-upgrades/failed")
"""Written by `kiosk/cli/upgrade_guard.py`: the version that was last taken back."""

MOST_BYTES = 100

log = logging.getLogger(__name__)


class VersionHealth:
    """The file of one run of a version. A disk error is logged; the version then has not come up."""

    def __init__(self, folder: Path, version: str) -> None:
        self._path, self._version = folder / FILE, version
        self._word = ""

    def note(self, word: str) -> None:
        """Write the word if it is another one than before."""
        if word == self._word:
            return
        self._word = word
        try:
            system.write_atomically(self._path, f"{self._version} {word}\n".encode())
        except OSError as bad:
            log.warning("cannot record the health of this version: %s", bad)


def failed_upgrade(running: str, path: Path = FAILED) -> str:
    """Return the version that the device went back from to the running one, empty if there is none."""
    try:
        with path.open("rb") as file:
            failed = file.read(MOST_BYTES).decode("utf-8", "replace").strip()
    except OSError:
        return ""
    return "" if failed == running else failed
