"""What the machine says of itself: temperature and memory."""

from __future__ import annotations

import os
from pathlib import Path

THERMAL = Path("/sys/class/thermal")


def temperature_c(folder: Path = THERMAL) -> float | None:
    """Return the hottest zone, in degrees Celsius, or None where there is none."""
    found = []
    for zone in folder.glob("thermal_zone*/temp"):
        try:
            found.append(int(zone.read_text(encoding="ascii")) / 1000)
        except (OSError, ValueError):
            continue
    return max(found, default=None)


def memory_mb() -> float:
    """Return the resident memory of this process, in MB (10⁶ bytes)."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
