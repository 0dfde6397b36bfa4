"""The program's last few warnings, for the maintenance page and for the status of the screen.

The status leaves the device, so it contains no warnings from the parts that serve visitors: even a line
without content would reveal when somebody was there.
"""

from __future__ import annotations

import logging
from collections import deque
from datetime import UTC, datetime

from kiosk.device.visit_free_loggers import is_free_of_visits
from kiosk.feed.printable import safe_line

KEPT_ERRORS = 10


class LastErrors(logging.Handler):
    """The last few warnings, one line each: `lines` for staff on site, `for_fleet` for remote admins."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: deque[str] = deque(maxlen=KEPT_ERRORS)
        self.for_fleet: deque[str] = deque(maxlen=KEPT_ERRORS)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        at = datetime.fromtimestamp(record.created, UTC)
        line = safe_line(f"{at:%Y-%m-%d %H:%M} {record.name}: {record.getMessage()}", 299)
        self.lines.append(line)
        if is_free_of_visits(record.name):
            self.for_fleet.append(line)
