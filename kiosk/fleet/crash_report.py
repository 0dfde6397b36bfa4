"""The last words of a run: its last log lines and what faulthandler wrote, found by the run after a crash.

The words lie in memory (the runtime directory of systemd) and cost no disk write; only the report of
a crash is kept beside the state until it has been sent once. Log lines say nothing about visitors.
"""

from __future__ import annotations

import faulthandler
import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import IO, Annotated, Any, ClassVar

import msgspec

from kiosk.feed.constraints import Deferred, Strict, after, limits
from kiosk.feed.printable import PrintableFormatter, safe_line
from kiosk.feed.written_values import Instant

LINES_BYTES = 32 << 10
MAX_LINES = 60
MAX_FAULT = 6000  # characters
MAX_SHORT = 500  # characters

log = logging.getLogger(__name__)


def _short(text: str) -> str:
    return safe_line(text, MAX_SHORT)


def _fault_lines(text: str) -> str:
    return "\n".join(map(_short, text.splitlines()))


Short = Annotated[str, Deferred("StringConstraints", max_length=10_000), after(_short)]
"""A text of another device: one printable line of at most 500 characters."""


class Foreign(Strict):
    """What another device says: keys that this version does not know are left out."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "ignore", "allow_inf_nan": False}


@dataclass(frozen=True, kw_only=True)
class CrashReport(Foreign):
    """What is known of a run that ended without being told to."""

    at: Instant
    """When it was found, in UTC: the start after it."""

    version: Short
    generation: Short
    fault: Annotated[str, limits(max_length=MAX_FAULT), after(_fault_lines)]
    lines: Annotated[tuple[Short, ...], limits(max_length=MAX_LINES)]


class CrashRecorder:
    """The folder of last words, and the one report beside the state."""

    def __init__(self, runtime: Path, kept: Path) -> None:
        self._lines = runtime / "last.log"
        self._fault = runtime / "fault.txt"
        self._report = kept / "crash.json"
        self._handler: logging.Handler | None = None
        self._fault_file: IO[str] | None = None
        self._told = False

    def find(self, version: str, generation: str) -> CrashReport:
        """Make and keep the report of the run before this one."""
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
            log.warning("the crash report cannot be kept: %s", bad)
        return report

    def unsent(self) -> CrashReport | None:
        """Return the report that nobody has been sent yet."""
        if self._told:
            return None
        try:
            return msgspec.json.decode(self._report.read_bytes(), type=CrashReport)
        except (OSError, ValueError, msgspec.DecodeError):
            return None

    def sent(self) -> None:
        """Set the report aside: it stays on the device and is sent no more."""
        self._told = True
        try:
            self._report.replace(self._report.with_name("crash.sent.json"))
        except OSError as bad:
            log.warning("the crash report will be sent again: %s", bad)

    def record(self) -> None:
        """Begin this run's own words; those of the run before are gone. A disk that fails stops no run."""
        try:
            self._record()
        except OSError as bad:
            log.warning("this run leaves no last words: %s", bad)

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
        """End recording."""
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
