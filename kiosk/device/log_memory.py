"""The log lines of the last hour, kept in memory for admins who request them remotely.

Only lines of loggers that cannot reveal a visit are kept (`kiosk/device/visit_free_loggers.py`).
"""

from __future__ import annotations

import logging
from collections import deque
from datetime import UTC, datetime

import msgspec

from kiosk.device.visit_free_loggers import is_free_of_visits
from kiosk.feed.printable import safe_line
from kiosk.fleet.screen_commands import MAX_LINE_BYTES, MAX_LINES

MAX_LINE = 299  # characters
HOUR_S = 3600.0


class LogMemory(logging.Handler):
    """The newest lines of level INFO and above."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self._lines: deque[tuple[float, str]] = deque(maxlen=MAX_LINES)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record, if its logger is free of visits."""
        if is_free_of_visits(record.name):
            at = datetime.fromtimestamp(record.created, UTC)
            words = f"{at:%H:%M:%S} {record.levelname} {record.name}: {record.getMessage()}"
            self._lines.append((record.created, safe_line(words, MAX_LINE)))

    def last_hour(self, now_s: float) -> tuple[str, ...]:
        """Return the lines of the hour before `now_s` (seconds since 1970), oldest first.

        The oldest lines are left out if they do not fit in one answer.
        """
        lines, room = deque[str](), MAX_LINE_BYTES
        for at, line in reversed(tuple(self._lines)):  # other threads append to it
            room -= len(msgspec.json.encode(line)) + 1
            if at <= now_s - HOUR_S or room < 0:
                break
            lines.appendleft(line)
        return tuple(lines)
