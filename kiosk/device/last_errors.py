"""The last few warnings of the program, for the status of the screen and its maintenance page."""

from __future__ import annotations

import logging
from collections import deque
from datetime import UTC, datetime

from kiosk.feed.printable import safe_line

KEPT_ERRORS = 10


class LastErrors(logging.Handler):
    """The last few warnings, as one line each."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: deque[str] = deque(maxlen=KEPT_ERRORS)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        at = datetime.fromtimestamp(record.created, UTC)
        self.lines.append(safe_line(f"{at:%Y-%m-%d %H:%M} {record.name}: {record.getMessage()}", 299))
