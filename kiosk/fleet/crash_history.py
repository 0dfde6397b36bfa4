"""How the last runs ended: three crashes in a row start safe mode. A power cut is no crash.

A run counts as healthy after ten minutes, or when it is told to end. Writes one small file at the start, one
when the run is healthy, and one at the end.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk import system

CRASHES_ALLOWED = 3
HEALTHY_S = 600
LONGEST_WAIT_S = 60.0
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class RunRecord:
    """What the file says: `crashes` in a row, and in which boot a run that has not ended began."""

    crashes: int = 0
    running: str = ""


@dataclass(frozen=True)
class RunStart:
    """How this run begins."""

    crashed: bool
    """Whether the run before ended without being told to."""

    safe: bool
    """Whether to show the last good generation plainly."""


def begin(entry: RunRecord, boot: str) -> tuple[RunRecord, RunStart]:
    """Return what to note for a run that begins in this boot, and how it begins. Pure."""
    crashed = bool(entry.running) and entry.running == boot
    crashes = entry.crashes + 1 if crashed else entry.crashes
    return RunRecord(crashes, boot), RunStart(crashed, crashes >= CRASHES_ALLOWED)


def wait_s(entry: RunRecord) -> float:
    """Return the seconds to wait before the next run, longer with each crash before it. Pure."""
    crashes = entry.crashes + bool(entry.running)
    return min(LONGEST_WAIT_S, 2.0**crashes) if crashes else 0.0


class CrashHistory:
    """The file. A disk that fails is logged, and the run goes on as a healthy one."""

    def __init__(self, folder: Path, boot: str | None = None) -> None:
        self._path = folder / "ledger.json"
        self._boot = boot or _boot_id()
        self._entry = self._read()

    @property
    def wait_s(self) -> float:
        """The seconds to wait before the next run."""
        same_boot = self._entry.running in {"", self._boot}
        return wait_s(self._entry if same_boot else RunRecord(self._entry.crashes))

    def begin(self) -> RunStart:
        """Note that a run begins; return how."""
        self._entry, beginning = begin(self._entry, self._boot)
        self._write()
        return beginning

    def healthy(self) -> None:
        """Note that this run has lasted."""
        if self._entry.crashes:
            self._entry = RunRecord(0, self._entry.running)
            self._write()

    def end(self, *, forgive: bool = False) -> None:
        """Note that this run ends because it was told to; `forgive` the crashes before it too."""
        self._entry = RunRecord(0 if forgive else self._entry.crashes)
        self._write()

    def _read(self) -> RunRecord:
        try:
            told = json.loads(self._path.read_bytes())
            return RunRecord(int(told["crashes"]), str(told["running"]))
        except FileNotFoundError:
            return RunRecord()
        except (OSError, ValueError, TypeError, KeyError) as bad:
            log.warning("%s is damaged and begins anew: %s", self._path, bad)
            return RunRecord()

    def _write(self) -> None:
        try:
            system.write_whole(self._path, json.dumps(asdict(self._entry)).encode())
        except OSError as bad:
            log.warning("cannot note how this run goes: %s", bad)


def _boot_id() -> str:
    try:
        return BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return "unknown"
