"""How recent runs ended: three consecutive crashes start safe mode. A power cut is not a crash.

A run counts as healthy after ten minutes, or if it is stopped on request. One small file is written at the
start, once the run counts as healthy, and at the end.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict
from pathlib import Path

from kiosk import system
from kiosk.frozen import frozen
from kiosk.net import backoff

CRASHES_ALLOWED = 3
HEALTHY_S = 600
FIRST_WAIT_S = 2.0
LONGEST_WAIT_S = 60.0
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")

FORMER_NAME = "ledger.json"
"""The name of the file in version 0.1."""

log = logging.getLogger(__name__)


@frozen
class RunRecord:
    """The content of the file: consecutive `crashes`, and the boot in which the unfinished run began."""

    crashes: int = 0
    running: str = ""


@frozen
class RunStart:
    """How this run starts."""

    crashed: bool
    """Whether the previous run ended without a request."""

    safe: bool
    """Whether to start in safe mode."""


def begin_run(entry: RunRecord, boot: str) -> tuple[RunRecord, RunStart]:
    """Return the record of a run that starts in this boot, and how it starts. Pure."""
    crashed = bool(entry.running) and entry.running == boot
    crashes = entry.crashes + 1 if crashed else entry.crashes
    return RunRecord(crashes, boot), RunStart(crashed, crashes >= CRASHES_ALLOWED)


def wait_s(entry: RunRecord) -> float:
    """Return the seconds to wait before the next run; longer after each crash. Pure."""
    crashes = entry.crashes + bool(entry.running)
    return backoff.exponential_s(crashes, FIRST_WAIT_S, LONGEST_WAIT_S)


class CrashHistory:
    """Reads and writes the file. A disk error is logged, and the run counts as healthy."""

    def __init__(self, folder: Path, boot: str | None = None) -> None:
        self._path = folder / "crash_history.json"
        self._boot = boot or _boot_id()
        self._entry = self._read()

    @property
    def wait_s(self) -> float:
        """The seconds to wait before the next run."""
        same_boot = self._entry.running in {"", self._boot}
        return wait_s(self._entry if same_boot else RunRecord(self._entry.crashes))

    def begin(self) -> RunStart:
        """Record the start of a run; return how it starts."""
        self._entry, start = begin_run(self._entry, self._boot)
        self._write()
        return start

    def forget(self) -> None:
        """Forget the crashes of another version; called before `begin`."""
        self._entry = RunRecord(0, self._entry.running)

    def healthy(self) -> None:
        """Record that this run is healthy."""
        if self._entry.crashes:
            self._entry = RunRecord(0, self._entry.running)
            self._write()

    def end(self, *, forgive: bool = False) -> None:
        """Record that this run ends on request; `forgive` also clears earlier crashes."""
        self._entry = RunRecord(0 if forgive else self._entry.crashes)
        self._write()

    def _read(self) -> RunRecord:
        for path in (self._path, self._path.with_name(FORMER_NAME)):
            try:
                record = json.loads(path.read_bytes())
                return RunRecord(int(record["crashes"]), str(record["running"]))
            except FileNotFoundError:
                continue
            except (OSError, ValueError, TypeError, KeyError) as bad:
                log.warning("%s is damaged and will be recreated: %s", path, bad)
                break
        return RunRecord()

    def _write(self) -> None:
        try:
            system.write_atomically(self._path, json.dumps(asdict(self._entry)).encode())
        except OSError as bad:
            log.warning("cannot write the crash history: %s", bad)


def _boot_id() -> str:
    try:
        return BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return "unknown"
