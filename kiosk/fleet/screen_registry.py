"""The admin's view of all screens: collects their messages, and lists their problems. No IO."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from kiosk.feed.printable import safe_line
from kiosk.fleet import mqtt_topics
from kiosk.fleet.crash_report import MAX_SHORT, CrashReport
from kiosk.fleet.mqtt import MqttMessage
from kiosk.fleet.screen_status import ScreenStatus, StatusError, read_crash, read_status, troubles
from kiosk.frozen import frozen

MAX_SCREENS = 20_000

_IS_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
"""The syntax of a screen's id; the broker also delivers topics with invalid ones."""


def is_screen_id(text: str) -> bool:
    """Return whether a text may be the id of a screen."""
    return bool(_IS_ID.fullmatch(text))


@frozen
class ScreenEntry:
    """The last messages of one screen."""

    screen: str
    status: ScreenStatus | None = None
    online: bool = False
    crash: CrashReport | None = None
    unreadable: str = ""
    """Why the last message of this screen could not be read."""

    def troubles(self, now: datetime) -> tuple[str, ...]:
        """Return what an admin should look at; empty if the screen is healthy."""
        unreadable = (f"its status cannot be read: {self.unreadable}",) if self.unreadable else ()
        if self.status is None:
            return unreadable or ("has never reported",)
        return (*unreadable, *troubles(self.status, online=self.online, now=now, crash=self.crash))


class ScreenRegistry:
    """The screens by id; `handle` may be called from the client's network thread."""

    def __init__(self) -> None:
        self._entries: dict[str, ScreenEntry] = {}
        self._lock = threading.Lock()

    def handle(self, message: MqttMessage) -> None:
        """Handle one message; unknown and invalid ones change nothing."""
        screen, what = mqtt_topics.parts(message.topic)
        with self._lock:
            entry = self._entries.get(screen, ScreenEntry(screen))
            if not is_screen_id(screen) or (
                screen not in self._entries and len(self._entries) >= MAX_SCREENS
            ):
                return
            self._entries[screen] = _with(entry, what, message.payload)

    def entries(self) -> tuple[ScreenEntry, ...]:
        """Return all screens, sorted by id."""
        with self._lock:
            return tuple(self._entries[screen] for screen in sorted(self._entries))

    def expect(self, screens: Iterable[str]) -> None:
        """Add expected screens, so that those that never reported are listed too."""
        with self._lock:
            for screen in filter(is_screen_id, screens):
                self._entries.setdefault(screen, ScreenEntry(screen))


def _with(entry: ScreenEntry, what: str, payload: bytes) -> ScreenEntry:
    try:
        if what == "online":
            return replace(entry, online=payload == b"1")
        if what == "crash" and payload:
            return replace(entry, crash=read_crash(payload))
        if what == "status":
            return replace(entry, status=read_status(payload, entry.screen), unreadable="")
    except StatusError as bad:
        return replace(entry, unreadable=safe_line(bad, MAX_SHORT))
    return entry
