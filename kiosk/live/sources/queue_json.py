"""The state of a queue in a JSON format of our own, since queue systems differ; see `docs/live.md`.

Runs in a separate process; see `source_round`.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from kiosk.live.plain_text import plain_text

NUMBER, DESK, SERVING = 12, 40, 12
MAX_BYTES = 64 << 10
OLDEST = timedelta(minutes=10)
"""The maximum age of a state that gives its time."""


def read_queue(request: bytes) -> bytes:
    """Return the state of a queue as JSON; raises `ValueError`.

    The request is a line of JSON with `now`, followed by the answer of the queue system.
    """
    head, _, data = request.partition(b"\n")
    if len(data) > MAX_BYTES:
        raise ValueError(f"more than {MAX_BYTES >> 10} kB")
    answer = _object(data)
    serving = answer.get("serving", [])
    if not isinstance(serving, list):
        raise ValueError("'serving' is not a list")  # noqa: TRY004  # one kind of error is reported
    at = _time_of(answer.get("at"), datetime.fromisoformat(json.loads(head)["now"]))
    state = {
        "serving": [_serving(number) for number in serving[:SERVING]],
        "waiting": _count(answer, "waiting", 9999),
        "wait_minutes": _count(answer, "wait_minutes", 1440),
    }
    return json.dumps({"data": state, "problems": [], "as_of": at and at.isoformat()}).encode()


def _object(data: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(data)
    except (ValueError, RecursionError) as bad:
        raise ValueError("not JSON") from bad
    if not isinstance(answer, dict):
        raise ValueError("not a JSON object")  # noqa: TRY004  # one kind of error is reported
    return answer


def _time_of(at: object, now: datetime) -> datetime | None:
    if at is None:
        return None
    try:
        time = datetime.fromisoformat(str(at))
        age = now - time
    except (ValueError, TypeError) as bad:
        raise ValueError("'at' is not a time with its offset from UTC, such as 2026-11-28T12:00:00Z") from bad
    if not -OLDEST <= age <= OLDEST:
        raise ValueError(f"its time is not current: {at!s:.40}")
    return time


def _serving(item: object) -> dict[str, str]:
    if isinstance(item, str | int) and not isinstance(item, bool):
        item = {"number": item}
    if not isinstance(item, dict) or not isinstance(item.get("number"), str | int):
        raise ValueError("a number of 'serving' is missing")  # noqa: TRY004  # likewise
    number, desk = plain_text(str(item["number"]), NUMBER), plain_text(str(item.get("desk", "")), DESK)
    if not number:
        raise ValueError("a number of 'serving' is empty")
    return {"number": number, "desk": desk}


def _count(answer: dict[str, Any], key: str, maximum: int) -> int | None:
    value = answer.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= maximum:
        raise ValueError(f"{key!r} is not a number from 0 to {maximum}")
    return round(value)
