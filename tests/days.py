"""Run a command as if it were another day: `python -m tests.days DAY COMMAND...`.

DAY is a name from `DAYS`, "all" for one after the other, or "commit" for the one that the hash of HEAD
chooses, so that a commit is always tested on the same day and all days get their turn. The clock is
libfaketime's, which also holds in the processes that the command starts. It is ahead or behind by a fixed
amount and goes on: what starts at 23:58 runs past midnight. Monotonic clocks and the times of files are real.

Nothing else in tests/ reads the clock; ruff's TID251 refuses it.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ZONE = "Europe/Stockholm"
DAYS = {
    "saturday": "2026-11-28 12:00",
    "christmas-eve": "2026-12-24 15:59",
    "new-years-eve": "2026-12-31 23:58",
    "spring-forward": "2027-03-28 01:59",
    "fall-back": "2026-10-25 02:30",
    "leap-day": "2028-02-29 12:00",
    "midsummers-eve": "2027-06-25 12:00",
}
ORDINARY = "2026-11-25 12:00"
"""A Wednesday in winter, when the offices are open and no holiday is near."""

PATCHES = Path(__file__).with_name("faketime")
VARIABLE = "FAKETIME"
LIBRARY = "faketime/libfaketimeMT.so.1"


def is_set() -> bool:
    """Return whether this process runs on one of the days."""
    return VARIABLE in os.environ


def now() -> datetime:
    """Return the time that a test shares with the processes it starts and with the product.

    `tests/conftest.py` sets it, or this module. For end-to-end tests and measurements it is the real one.
    """
    return datetime.now(UTC)  # noqa: TID251  # so that no other place in tests/ reads the clock


def moment(written: str) -> datetime:
    """Return a moment of this module as an instant."""
    return datetime.fromisoformat(written).replace(tzinfo=ZoneInfo(ZONE))


def ordinary(python_path: str = "") -> dict[str, str]:
    """Return the variables that make a process believe it is `ORDINARY`; none if a day is set already.

    `python_path` is the PYTHONPATH of the process, this one's own if empty.
    """
    return {} if is_set() else environment(ORDINARY, python_path)


def main() -> int:
    """Run the command on each of the days asked for; return 1 if it failed on any."""
    if len(sys.argv) < 3:  # a day and a command
        sys.exit(f"usage: python -m tests.days {'|'.join((*DAYS, 'all', 'commit'))} COMMAND...")
    failed = [day for day in chosen(sys.argv[1]) if not succeeds(day, sys.argv[2:])]
    if failed:
        print(f"failed on: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def chosen(asked: str) -> tuple[str, ...]:
    """Return the names of the days asked for."""
    if asked == "all":
        return tuple(DAYS)
    if asked == "commit":
        return (by_commit(commit()),)
    if asked in DAYS:
        return (asked,)
    sys.exit(f"there is no day {asked!r}; there are all, commit, {', '.join(DAYS)}")


def by_commit(sha: str) -> str:
    """Return the day that a commit is tested on."""
    return tuple(DAYS)[int(sha, 16) % len(DAYS)]


def commit() -> str:
    """Return the hash of HEAD, "0" outside a repository."""
    asked = subprocess.run(("git", "rev-parse", "HEAD"), capture_output=True, text=True, check=False)
    return asked.stdout.strip() or "0"


def succeeds(day: str, command: list[str]) -> bool:
    """Run the command on a day."""
    print(f"\n== {day}: {DAYS[day]}", flush=True)
    return subprocess.run(command, env=os.environ | environment(DAYS[day]), check=False).returncode == 0


def environment(written: str, python_path: str = "") -> dict[str, str]:
    """Return the variables that make a process and its children believe that it is `written`."""
    ahead = (moment(written) - now()).total_seconds()
    return {
        "LD_PRELOAD": str(library()),
        VARIABLE: f"{ahead:+.3f}",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "PYTHONPATH": os.pathsep.join(
            filter(None, (str(PATCHES), python_path or os.environ.get("PYTHONPATH")))
        ),
        "TZ": ZONE,
    }


def library() -> Path:
    """Return where libfaketime lies."""
    for found in _candidates():
        if found.is_file():
            return found
    sys.exit("libfaketime is not installed: deploy/setup.sh test installs it")


def _candidates() -> Iterator[Path]:
    for folder in ("/usr/lib", "/usr/local/lib"):
        yield Path(folder) / LIBRARY
        yield from sorted(Path(folder).glob(f"*/{LIBRARY}"))


if __name__ == "__main__":
    sys.exit(main())
