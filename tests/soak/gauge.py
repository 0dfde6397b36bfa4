"""What a process costs over time, read from /proc, and the slope of it."""

import os
import threading
from dataclasses import asdict, dataclass
from pathlib import Path

WARM_UP = 0.25
"""The part of a run that is left out of slopes: caches fill, fonts load."""


@dataclass(frozen=True)
class Reading:
    at_s: float
    memory_mb: float
    descriptors: int
    threads: int
    written_kb: float
    log_lines: int


def read(at_s, log_lines):
    status = dict(
        line.split(":", 1) for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    )
    io = dict(line.split(": ") for line in Path("/proc/self/io").read_text(encoding="ascii").splitlines())
    return Reading(
        at_s,
        int(status["VmRSS"].split()[0]) / 1000,
        len(os.listdir("/proc/self/fd")),  # noqa: PTH208  # a count of names
        threading.active_count(),
        int(io["write_bytes"]) / 1000,
        log_lines,
    )


def slope_per_hour(readings, name):
    """The line of least squares through the readings after the warm-up."""
    kept = readings[int(len(readings) * WARM_UP) :]
    if len(kept) < 3:
        return 0.0
    times = [each.at_s / 3600 for each in kept]
    values = [getattr(each, name) for each in kept]
    mid_t, mid_v = sum(times) / len(times), sum(values) / len(values)
    spread = sum((t - mid_t) ** 2 for t in times)
    return (
        sum((t - mid_t) * (v - mid_v) for t, v in zip(times, values, strict=True)) / spread if spread else 0.0
    )


def highest(readings, name):
    """The highest of the first half and of the second: a video that plays holds some for a while."""
    values = [getattr(each, name) for each in readings]
    half = len(values) // 2
    return [max(values[:half]), max(values[half:])]


def summary(readings, hours, counts):
    """What a run came to, as a dictionary for JSON and for the table."""
    first, last = readings[int(len(readings) * WARM_UP)], readings[-1]
    return {
        "hours": hours,
        **counts,
        "memory_mb_start": round(first.memory_mb, 1),
        "memory_mb_end": round(last.memory_mb, 1),
        "memory_mb_per_hour": round(slope_per_hour(readings, "memory_mb"), 3),
        "descriptors": highest(readings, "descriptors"),
        "threads": highest(readings, "threads"),
        "log_lines_per_hour": round(last.log_lines / hours, 1),
        "written_kb_per_hour": round((last.written_kb - first.written_kb) / hours / (1 - WARM_UP), 1),
        "readings": [asdict(each) for each in readings[:: max(1, len(readings) // 60)]],
    }
