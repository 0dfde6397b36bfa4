"""The log lines of the last hour in memory, for an admin who asks for them from afar.

Only loggers that are named here are kept. Left out are the parts that serve visitors, and Qt, whose messages
name the pages of the desk: even a line without content would say when somebody was there.
"""

from __future__ import annotations

import logging
from collections import deque
from datetime import UTC, datetime

import msgspec

from kiosk.feed.printable import safe_line
from kiosk.fleet.screen_commands import MAX_LINE_BYTES, MAX_LINES

KEPT = (
    "kiosk.device.device_app",
    "kiosk.device.display_power",
    "kiosk.device.figure_release",
    "kiosk.device.kiosk",
    "kiosk.device.remote_commands",
    "kiosk.device.sync_process",
    "kiosk.device.watchdog",
    "kiosk.device.web_pages",
    "kiosk.fleet",
    "kiosk.sync",
    "kiosk.ui.slides",
    "kiosk.usage.figure_archive",
    "kiosk.webshot",
)
"""Loggers, each with those below it. None of these modules knows of a visit."""

MOST_LINE = 299  # characters
HOUR_S = 3600.0


def is_free_of_visits(logger: str) -> bool:
    """Return whether nothing that a logger reports can tell of a visit."""
    return f"{logger}.".startswith(tuple(f"{name}." for name in KEPT))


class LogMemory(logging.Handler):
    """The newest lines from the level INFO on."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self._lines: deque[tuple[float, str]] = deque(maxlen=MAX_LINES)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record, if its logger is one of `KEPT`."""
        if is_free_of_visits(record.name):
            at = datetime.fromtimestamp(record.created, UTC)
            words = f"{at:%H:%M:%S} {record.levelname} {record.name}: {record.getMessage()}"
            self._lines.append((record.created, safe_line(words, MOST_LINE)))

    def last_hour(self, now_s: float) -> tuple[str, ...]:
        """Return the lines of the hour before `now_s` (seconds since 1970), the oldest first.

        The oldest are left out if they would not fit in one answer.
        """
        found, room = deque[str](), MAX_LINE_BYTES
        for at, line in reversed(tuple(self._lines)):  # other threads append to it
            room -= len(msgspec.json.encode(line)) + 1
            if at <= now_s - HOUR_S or room < 0:
                break
            found.appendleft(line)
        return tuple(found)
