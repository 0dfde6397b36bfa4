"""A process of its own that reads one calendar, so that none can take all time or memory.

A calendar comes from elsewhere: a rule in it may have more events than can ever be counted. The process is
given a calendar on its standard input and answers with busy times only; it is ended when it takes too long.
"""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from kiosk.booking.sources.errors import BadAnswer
from kiosk.booking.sources.ics import Busy, read_busy
from kiosk.content.walltime import Span

DEADLINE_S = 60.0
MEMORY = 1 << 30  # bytes of address space
_MOST_SPANS = 200_000


def read_apart(data: bytes, zone: ZoneInfo, window: Span, deadline_s: float = DEADLINE_S) -> Busy:
    """Return what `read_busy` does, from another process; raises `BadAnswer` also if that takes too long."""
    ask = {"zone": zone.key, "window": [each.isoformat() for each in window]}
    command = [sys.executable, "-m", __spec__.name if __spec__ else __name__]
    try:
        done = subprocess.run(  # noqa: S603  # our own module, with no arguments
            command,
            input=json.dumps(ask).encode() + b"\n" + data,
            capture_output=True,
            timeout=deadline_s,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise BadAnswer(f"a calendar that takes more than {deadline_s:g} s to read") from late
    if done.returncode:
        raise BadAnswer("a calendar that takes too much memory to read, or breaks its reader")
    told = json.loads(done.stdout)
    if "error" in told:
        raise BadAnswer(told["error"])
    spans = (Span(*(datetime.fromtimestamp(each, UTC) for each in span)) for span in told["busy"])
    return Busy(tuple(spans), tuple(told["problems"]))


def main() -> None:
    """Read one calendar from standard input, and write its busy times to standard output."""
    _limit()
    ask = json.loads(sys.stdin.buffer.readline())
    start, end = (datetime.fromisoformat(each) for each in ask["window"])
    try:
        busy = read_busy(sys.stdin.buffer.read(), ZoneInfo(ask["zone"]), Span(start, end))
    except BadAnswer as bad:
        told: dict[str, object] = {"error": str(bad)}
    else:
        spans = [[each.timestamp() for each in span] for span in busy.spans[:_MOST_SPANS]]
        told = {"busy": spans, "problems": busy.problems}
    json.dump(told, sys.stdout)


def _limit() -> None:
    import resource  # noqa: PLC0415  # only where there are limits to set

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (int(DEADLINE_S) + 1, int(DEADLINE_S) + 1))


if __name__ == "__main__":
    main()
