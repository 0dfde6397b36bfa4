"""All screens as an admin sees them: gathers their messages, and says which need somebody. No IO."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kiosk.fleet import topics
from kiosk.fleet.blackbox import CrashReport
from kiosk.fleet.link import Message
from kiosk.fleet.status import ScreenStatus, StatusError, read_crash, read_status, troubles

MAX_SCREENS = 20_000

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Entry:
    """What is known of one screen."""

    screen: str
    status: ScreenStatus | None = None
    online: bool = False
    crash: CrashReport | None = None

    def troubles(self, now: datetime) -> tuple[str, ...]:
        """Return what an admin should look at, nothing when the screen is well."""
        if self.status is None:
            return ("has never said how it is",)
        return tuple(troubles(self.status, online=self.online, now=now, crash=self.crash))


class Roll:
    """The screens by their ids; `take` may be called from the line's thread."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._lock = threading.Lock()

    def take(self, message: Message) -> None:
        """Take in one message; one that is none of ours, or broken, changes nothing."""
        screen, what = topics.parts(message.topic)
        with self._lock:
            entry = self._entries.get(screen, Entry(screen))
            if not screen or (screen not in self._entries and len(self._entries) >= MAX_SCREENS):
                return
            try:
                self._entries[screen] = _with(entry, what, message.payload)
            except StatusError as bad:
                log.warning("%s: no status: %s", screen, bad)

    def entries(self) -> tuple[Entry, ...]:
        """Return all screens in the order of their ids."""
        with self._lock:
            return tuple(self._entries[screen] for screen in sorted(self._entries))

    def expect(self, screens: Iterable[str]) -> None:
        """Add screens that should be there, so that one that never spoke is seen."""
        with self._lock:
            for screen in screens:
                self._entries.setdefault(screen, Entry(screen))


def _with(entry: Entry, what: str, payload: bytes) -> Entry:
    if what == "online":
        return Entry(entry.screen, entry.status, payload == b"1", entry.crash)
    if what == "crash" and payload:
        return Entry(entry.screen, entry.status, entry.online, read_crash(payload))
    if what == "status":
        return Entry(entry.screen, read_status(payload), entry.online, entry.crash)
    return entry
