"""Reads each calendar in a separate process with limits on time and memory.

A calendar comes from outside, and may be crafted to exhaust both. The process reads the calendar from its
standard input, and returns only busy times.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from itertools import accumulate
from zoneinfo import ZoneInfo

from kiosk.booking.sources.ical.busy_time import Busy, read_busy, read_busy_objects
from kiosk.booking.sources.ical.caldav_answer import objects_of_all
from kiosk.booking.sources.source_errors import BadAnswer
from kiosk.feed.wall_time import Span
from kiosk.system import end_with_parent

DEADLINE_S = 60.0
MEMORY = 1 << 30  # bytes of address space
MAX_SPANS = 200_000


def read_isolated(  # noqa: PLR0913  # the properties of a calendar, and a limit for tests
    data: bytes,
    zone: ZoneInfo,
    window: Span,
    owner: str = "",
    *,
    sizes: Sequence[int] = (),
    deadline_s: float = DEADLINE_S,
) -> Busy:
    """Run `read_busy` in a separate process; also raises `BadAnswer` if it takes too long.

    With `sizes`, the data consists of answers of these lengths to CalDAV calendar queries.
    """
    request = {
        "zone": zone.key,
        "window": [instant.isoformat() for instant in window],
        "owner": owner,
        "sizes": list(sizes),
    }
    command = [sys.executable, "-m", __spec__.name if __spec__ else __name__]
    try:
        done = subprocess.run(  # noqa: S603  # our own module, with no arguments
            command,
            input=json.dumps(request).encode() + b"\n" + data,
            capture_output=True,
            timeout=deadline_s,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise BadAnswer(f"a calendar that takes more than {deadline_s:g} s to read") from late
    if done.returncode:
        raise BadAnswer("a calendar that takes too much memory to read, or crashes the reader")
    answer = json.loads(done.stdout)
    if "error" in answer:
        raise BadAnswer(answer["error"])
    spans = (Span(*(datetime.fromtimestamp(epoch, UTC) for epoch in span)) for span in answer["busy"])
    return Busy(tuple(spans), tuple(answer["problems"]))


def main() -> None:
    """Read one calendar from standard input, and write its busy times to standard output."""
    _limit()
    end_with_parent()
    request = json.loads(sys.stdin.buffer.readline())
    window = Span(*(datetime.fromisoformat(text) for text in request["window"]))
    zone, owner, data = ZoneInfo(request["zone"]), request["owner"], sys.stdin.buffer.read()
    try:
        if request["sizes"]:
            busy = read_busy_objects(objects_of_all(_parts(data, request["sizes"])), zone, window, owner)
        else:
            busy = read_busy(data, zone, window, owner)
    except BadAnswer as bad:
        answer: dict[str, object] = {"error": str(bad)}
    else:
        answer = _answer(busy)
    json.dump(answer, sys.stdout)


def _parts(data: bytes, sizes: Sequence[int]) -> list[bytes]:
    ends = list(accumulate(sizes))
    return [data[end - size : end] for size, end in zip(sizes, ends, strict=True)]


def _answer(busy: Busy) -> dict[str, object]:
    if len(busy.spans) > MAX_SPANS:
        return {"error": f"a calendar of more than {MAX_SPANS} busy times"}
    spans = [[instant.timestamp() for instant in span] for span in busy.spans]
    return {"busy": spans, "problems": busy.problems}


def _limit() -> None:
    with suppress(ImportError):  # Windows has no such limits, only the deadline
        import resource  # noqa: PLC0415  # as above

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (int(DEADLINE_S) + 1, int(DEADLINE_S) + 1))


if __name__ == "__main__":
    main()
