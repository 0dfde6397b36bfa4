"""Forecasts: SMHI's `snow1g` version 1, and MET Norway's Locationforecast 2.0 in its compact form.

Runs in a separate process; see `source_round`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

MAX_BYTES = 8 << 20
HOURS = 48
MAX_STEPS = 400
COLDEST, WARMEST = -90, 60
"""Degrees Celsius; a value outside this range, such as SMHI's 9999, means unknown."""

_SMHI = (
    (2, "clear"), (4, "partly"), (6, "cloudy"), (7, "fog"), (10, "rain"), (11, "thunder"), (14, "sleet"),
    (17, "snow"), (20, "rain"), (21, "thunder"), (24, "sleet"), (27, "snow"),
)  # fmt: skip
"""The sky for symbol codes up to and including each number, starting from 1."""

_MET = (("thunder", "thunder"), ("sleet", "sleet"), ("snow", "snow"), ("rain", "rain"), ("fog", "fog"))
_MET_DRY = {"clearsky": "clear", "fair": "clear", "partlycloudy": "partly", "cloudy": "cloudy"}


def read_smhi(request: bytes) -> bytes:
    """Return an SMHI forecast as JSON; raises `ValueError` if its form is unknown."""
    return _forecast(request, "timeSeries", _smhi_hour, "SMHI")


def read_met(request: bytes) -> bytes:
    """Return a forecast of MET Norway as JSON; raises `ValueError` if its form is unknown."""
    return _forecast(request, "timeseries", _met_hour, "MET Norway")


def _forecast(request: bytes, series: str, read: Any, credit: str) -> bytes:  # noqa: ANN401  # one of the two functions below
    head, _, data = request.partition(b"\n")
    now = datetime.fromisoformat(json.loads(head)["now"])
    answer = _object(data)
    steps = answer.get("properties", answer).get(series)
    if not isinstance(steps, list) or not steps:
        raise ValueError(f"the source changed its form: there is no {series!r}")
    hours = list(_hours(steps, read, now))
    if not hours:
        raise ValueError("the forecast has nothing for the coming hours, or changed its form")
    return json.dumps({"data": {"credit": credit, "hours": hours}, "problems": []}).encode()


def _object(data: bytes) -> Mapping[str, Any]:
    if len(data) > MAX_BYTES:
        raise ValueError(f"more than {MAX_BYTES >> 20} MiB")
    try:
        answer = json.loads(data)
    except (ValueError, RecursionError) as bad:
        raise ValueError("not JSON") from bad
    if not isinstance(answer, dict) or not isinstance(answer.get("properties", {}), dict):
        raise ValueError("not a forecast")  # noqa: TRY004  # one kind of error is reported
    return answer


def _hours(steps: list[Any], read: Any, now: datetime) -> Iterator[dict[str, Any]]:  # noqa: ANN401  # as above
    """Yield the coming hours, at most one step per hour."""
    last = None
    for step in steps[:MAX_STEPS]:
        try:
            at = datetime.fromisoformat(step["time"])
            if not now - timedelta(hours=1) < at <= now + timedelta(hours=HOURS):
                continue
            hour = read(step["data"])
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
            continue  # an incomplete hour is left out
        is_later = last is None or at >= last + timedelta(hours=1)
        if hour and is_later and COLDEST <= hour["temperature"] <= WARMEST:
            last = at
            yield {"time": at.isoformat(), **hour}


def _smhi_hour(data: Mapping[str, Any]) -> dict[str, Any] | None:
    temperature, code = float(data["air_temperature"]), int(data["symbol_code"])
    sky = next((name for last, name in _SMHI if 1 <= code <= last), None)
    return None if sky is None else {"temperature": temperature, "sky": sky}


def _met_hour(data: Mapping[str, Any]) -> dict[str, Any] | None:
    following = data.get("next_1_hours") or data.get("next_6_hours") or data.get("next_12_hours")
    if not following:
        return None
    code = str(following["summary"]["symbol_code"]).partition("_")[0]
    sky = next((name for part, name in _MET if part in code), _MET_DRY.get(code))
    return sky and {"temperature": float(data["instant"]["details"]["air_temperature"]), "sky": sky}  # type: ignore[return-value]  # None or a map
