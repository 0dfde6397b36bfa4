"""The last log lines of a run and its faulthandler output, collected by the next run after a crash.

The log is kept in memory (systemd's runtime directory), so that logging does not write to the disk. Only a
crash report is stored in the state folder, until it has been sent once. Log lines contain no data about
visitors.
"""

from __future__ import annotations

import faulthandler
import logging
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import IO, Annotated, Any, ClassVar

import msgspec

from kiosk.feed.constraints import Deferred, Strict, after, limits
from kiosk.feed.printable import PrintableFormatter, safe_line
from kiosk.feed.written_times import Instant
from kiosk.frozen import frozen

LINES_BYTES = 32 << 10
MAX_LINES = 60
MAX_FAULT = 6000  # characters
MAX_SHORT = 500  # characters

log = logging.getLogger(__name__)


def _short(text: str) -> str:
    return safe_line(text, MAX_SHORT)


def _fault_lines(text: str) -> str:
    return "\n".join(map(_short, text.splitlines()))


ShortText = Annotated[str, Deferred("StringConstraints", max_length=10_000), after(_short)]
"""A text from another device: one printable line of at most 500 characters."""


class ForeignMessage(Strict):
    """A message from another device: unknown keys are ignored."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "ignore", "allow_inf_nan": False}


@frozen(kw_only=True)
class CrashReport(ForeignMessage):
    """A run that ended without a request."""

    at: Instant
    """When the crash was noticed, in UTC: at the next start."""

    version: ShortText
    generation: ShortText
    fault: Annotated[str, limits(max_length=MAX_FAULT), after(_fault_lines)]
    lines: Annotated[tuple[ShortText, ...], limits(max_length=MAX_LINES)]


class CrashRecorder:
    """Records the log of this run, and stores the crash report of the previous one."""

    def __init__(self, runtime: Path, kept: Path) -> None:
        self._lines = runtime / "last.log"
        self._fault = runtime / "fault.txt"
        self._report = kept / "crash.json"
        self._handler: logging.Handler | None = None
        self._fault_file: IO[str] | None = None
        self._sent = False

    def find(self, version: str, generation: str) -> CrashReport:
        """Create and store the report of the previous run."""
        lines = [line for path in (self._older(), self._lines) for line in _text(path).splitlines()]
        report = CrashReport(
            at=datetime.now(UTC),
            version=version,
            generation=generation,
            fault=_text(self._fault)[:MAX_FAULT],
            lines=tuple(lines[-MAX_LINES:]),
        )
        try:
            self._report.parent.mkdir(parents=True, exist_ok=True)
            self._report.write_bytes(msgspec.json.encode(report))
        except OSError as bad:
            log.warning("cannot store the crash report: %s", bad)
        return report

    def unsent(self) -> CrashReport | None:
        """Return the report that has not been sent yet."""
        if self._sent:
            return None
        try:
            return msgspec.json.decode(self._report.read_bytes(), type=CrashReport)
        except (OSError, ValueError, RecursionError, msgspec.DecodeError):
            return None

    def sent(self) -> None:
        """Mark the report as sent: it stays on the device, but is not sent again."""
        self._sent = True
        try:
            self._report.replace(self._report.with_name("crash.sent.json"))
        except OSError as bad:
            log.warning("the crash report will be sent again: %s", bad)

    def record(self) -> None:
        """Start recording this run, deleting the record of the previous one. Disk errors are only logged."""
        try:
            self._record()
        except OSError as bad:
            log.warning("cannot record this run for a crash report: %s", bad)

    def _record(self) -> None:
        self._lines.parent.mkdir(parents=True, exist_ok=True)
        for path in (self._older(), self._lines):
            path.unlink(missing_ok=True)
        self._fault_file = self._fault.open("w", encoding="utf-8")
        faulthandler.enable(self._fault_file)
        handler = RotatingFileHandler(self._lines, maxBytes=LINES_BYTES, backupCount=1, encoding="utf-8")
        handler.setFormatter(PrintableFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        logging.getLogger().addHandler(handler)
        self._handler = handler

    def close(self) -> None:
        """Stop recording."""
        if self._fault_file:
            faulthandler.enable()
            self._fault_file.close()
            self._fault_file = None
        if self._handler:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()
            self._handler = None

    def _older(self) -> Path:
        return self._lines.with_name("last.log.1")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
