"""Departures from an SL stop, from Trafiklab's SL Transport API, version 1.

Runs in a separate process; see `source_round`.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from kiosk.live.plain_text import plain_text

MAX_BYTES = 8 << 20
DEPARTURES = 40
LINE, PLACE = 12, 80
AHEAD = timedelta(hours=3)

_GONE = frozenset((
    "CANCELLED", "DEPARTED", "ASSUMEDDEPARTED", "PASSED", "MISSED", "NOTCALLED", "INHIBITED", "REPLACED",
))  # fmt: skip
"""The states in which nobody can board."""


def read_departures(request: bytes) -> bytes:
    """Return the coming departures as JSON; raises `ValueError` if the form of the answer is unknown."""
    head, _, data = request.partition(b"\n")
    if len(data) > MAX_BYTES:
        raise ValueError(f"more than {MAX_BYTES >> 20} MiB")
    question = json.loads(head)
    now, zone = datetime.fromisoformat(question["now"]), ZoneInfo(question["zone"])
    try:
        answer = json.loads(data)
    except (ValueError, RecursionError) as bad:
        raise ValueError("not JSON") from bad
    listed = answer.get("departures") if isinstance(answer, dict) else None
    if not isinstance(listed, list):
        raise ValueError("the source changed its form: there is no list 'departures'")  # noqa: TRY004  # one kind of error is reported
    coming, unreadable = [], 0
    for item in listed:
        try:
            departure = _departure(item, zone, now)
        except (KeyError, TypeError, ValueError, AttributeError):
            unreadable += 1
            continue
        if departure and now - timedelta(minutes=1) <= departure[0] <= now + AHEAD:
            coming.append(departure)
    if listed and unreadable == len(listed):
        raise ValueError("the source changed its form: no departure can be read")
    coming.sort(key=lambda departure: departure[0])
    notes = [f"{unreadable} departures cannot be read"] if unreadable else []
    departures = [departure for _, departure in coming[:DEPARTURES]]
    return json.dumps({"data": {"departures": departures}, "problems": notes}).encode()


def _departure(item: dict[str, Any], zone: ZoneInfo, now: datetime) -> tuple[datetime, dict[str, Any]] | None:
    if str(item.get("state", "")).upper() in _GONE:
        return None
    at = datetime.fromisoformat(item.get("expected") or item["scheduled"])
    at = at.astimezone(UTC) if at.tzinfo else _nearest(at, zone, now)
    line, destination = (
        plain_text(str(item["line"]["designation"]), LINE),
        plain_text(item["destination"], PLACE),
    )
    if not line or not destination:
        raise ValueError("a departure without line or destination")
    return at, {"line": line, "destination": destination, "time": at.isoformat()}


def _nearest(local: datetime, zone: ZoneInfo, now: datetime) -> datetime:
    """Return a local time in UTC; of two, when the clocks are set back, the one nearer to now."""
    meanings = (local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    return min(meanings, key=lambda time: abs(time - now))
