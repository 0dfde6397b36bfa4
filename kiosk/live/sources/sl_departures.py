"""Departures from a stop of SL, by Trafiklab's SL Transport API, version 1.

Runs in a process of its own; see `source_round`.
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
"""The states in which nobody gets on."""


def read_departures(request: bytes) -> bytes:
    """Return the coming departures as JSON; raises `ValueError` if the answer is of another form."""
    head, _, data = request.partition(b"\n")
    if len(data) > MAX_BYTES:
        raise ValueError(f"more than {MAX_BYTES >> 20} MiB")
    asked = json.loads(head)
    now, zone = datetime.fromisoformat(asked["now"]), ZoneInfo(asked["zone"])
    try:
        answer = json.loads(data)
    except (ValueError, RecursionError) as bad:
        raise ValueError("not JSON") from bad
    listed = answer.get("departures") if isinstance(answer, dict) else None
    if not isinstance(listed, list):
        raise ValueError("the source changed its form: there is no list 'departures'")  # noqa: TRY004  # one kind of error is reported
    found, problems = [], 0
    for each in listed:
        try:
            departure = _departure(each, zone, now)
        except (KeyError, TypeError, ValueError, AttributeError):
            problems += 1
            continue
        if departure and now - timedelta(minutes=1) <= departure[0] <= now + AHEAD:
            found.append(departure)
    if listed and problems == len(listed):
        raise ValueError("the source changed its form: no departure can be read")
    found.sort(key=lambda each: each[0])
    notes = [f"{problems} departures cannot be read"] if problems else []
    departures = [each for _, each in found[:DEPARTURES]]
    return json.dumps({"data": {"departures": departures}, "problems": notes}).encode()


def _departure(each: dict[str, Any], zone: ZoneInfo, now: datetime) -> tuple[datetime, dict[str, Any]] | None:
    if str(each.get("state", "")).upper() in _GONE:
        return None
    at = datetime.fromisoformat(each.get("expected") or each["scheduled"])
    at = at.astimezone(UTC) if at.tzinfo else _nearest(at, zone, now)
    line, destination = (
        plain_text(str(each["line"]["designation"]), LINE),
        plain_text(each["destination"], PLACE),
    )
    if not line or not destination:
        raise ValueError("a departure without line or destination")
    return at, {"line": line, "destination": destination, "time": at.isoformat()}


def _nearest(local: datetime, zone: ZoneInfo, now: datetime) -> datetime:
    """Return when a local time is; of two, while the clocks are put back, the one that is nearer to now."""
    meanings = (local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    return min(meanings, key=lambda each: abs(each - now))
