"""SMHI's impact-based warnings as alerts: the JSON of its API `ibww`, version 1.

The API lists the warnings that are or will be in force, so none of them updates or cancels another. Runs in a
separate process; see `source_round`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Any

from kiosk.live.cap_messages import CapInfo, CapMessage, Point
from kiosk.live.sources.calendar_bounds import within_calendar
from kiosk.live.sources.cap_alerts import listed
from kiosk.live.sources.cap_documents import MAX_BYTES, MAX_MESSAGES

SENDER = "smhi.se"
"""The sender for the rules of a feed, since the warnings name none."""

_SEVERITIES = {"MESSAGE": "minor", "YELLOW": "moderate", "ORANGE": "severe", "RED": "extreme"}
_LAST_COUNTY = 25
"""Areas with higher numbers are at sea."""


def read_warnings(request: bytes) -> bytes:
    """Return the warnings that concern an office, as JSON; raises `ValueError`.

    The request has the form of that for `read_alerts`.
    """
    head, _, data = request.partition(b"\n")
    question = json.loads(head)
    if len(data) > MAX_BYTES:
        raise ValueError(f"more than {MAX_BYTES >> 20} MiB")
    now = datetime.fromisoformat(question["now"])
    messages: list[CapMessage] = []
    problems = []
    areas = list(_areas(data))
    for warning, area in areas:
        try:
            messages.append(_message(warning, area, now))
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as bad:
            problems.append(f"a warning is left out: {type(bad).__name__} {bad}")
    if areas and not messages:
        raise ValueError(f"the source changed its form: {problems[0]}")
    return listed(messages, problems, question)


def _areas(data: bytes) -> Iterator[tuple[Mapping[str, Any], Any]]:
    """Yield each warning with each of its areas, which have their own levels and times."""
    try:
        warnings = json.loads(data)
    except (ValueError, RecursionError) as bad:
        raise ValueError("not JSON") from bad
    count = 0
    for warning in warnings if isinstance(warnings, list) else [None]:
        areas = warning.get("warningAreas") if isinstance(warning, dict) else None
        if not isinstance(warning, dict) or not isinstance(areas, list):
            raise ValueError("the source changed its form: there is no list of 'warningAreas'")  # noqa: TRY004  # one kind of error is reported
        for area in areas:
            count += 1
            if count > MAX_MESSAGES:
                raise ValueError(f"more than {MAX_MESSAGES} warnings")
            yield warning, area


def _message(warning: Mapping[str, Any], area: Mapping[str, Any], now: datetime) -> CapMessage:
    level = area["warningLevel"]
    start = _time(area["approximateStart"])
    numbers = [int(affected["id"]) for affected in area["affectedAreas"]]
    texts = (_swedish(description.get("text")) for description in area.get("descriptions") or ())
    polygons = _readable_polygons(area.get("area"))
    info = CapInfo(
        language="sv",
        categories=("Met",),
        severity=_SEVERITIES[level["code"]],
        certainty="likely" if area.get("normalProbability", True) else "possible",
        headline=_headline(warning, area),
        description=" ".join(filter(None, texts)),
        effective=start,
        expires=_time(area["approximateEnd"]) if area.get("approximateEnd") else _further_notice(now),
        geocodes=tuple(f"{number:02}" for number in numbers if number <= _LAST_COUNTY),
        polygons=polygons or (),
        codes_are_coarse=True,
    )
    problems = () if polygons is not None else ("its polygons cannot be read; its counties count instead",)
    return CapMessage(
        identifier=f"{warning['id']}-{area['id']}",
        sender=SENDER,
        sent=start,
        infos=(info,),
        problems=problems,
    )


def _headline(warning: Mapping[str, Any], area: Mapping[str, Any]) -> str:
    """Return the level, the source (which its licence requires), the event, and the area."""
    level = _swedish(area["warningLevel"])
    if area["warningLevel"]["code"] != "MESSAGE":
        level += " varning"
    what = _swedish(area.get("eventDescription")) or _swedish(warning["event"])
    return ", ".join(filter(None, (f"{level} från SMHI: {what}", _swedish(area.get("areaName")))))


def _swedish(text: Mapping[str, Any] | None) -> str:
    return str((text or {}).get("sv") or "").strip()


def _time(text: str) -> datetime:
    parsed = datetime.fromisoformat(text)
    if parsed.utcoffset() is None:
        raise ValueError(f"a time without its offset from UTC: {text!a:.40}")
    return within_calendar(parsed)


def _further_notice(now: datetime) -> datetime:
    """Return an end for a warning without one, the same all day, so that the warning is not shown again."""
    return datetime.combine(now.astimezone(UTC).date() + timedelta(days=2), time(), UTC)


def _readable_polygons(shape: Any) -> tuple[tuple[Point, ...], ...] | None:  # noqa: ANN401  # whatever the source says
    try:
        return tuple(_polygons(shape))
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError):
        return None


def _polygons(shape: Any) -> Iterator[tuple[Point, ...]]:  # noqa: ANN401  # whatever the source says
    """Yield the outer rings of GeoJSON (RFC 7946), whose points are longitude and latitude."""
    kind = shape.get("type") if isinstance(shape, dict) else None
    if kind == "Feature":
        yield from _polygons(shape["geometry"])
    elif kind in {"FeatureCollection", "GeometryCollection"}:
        for part in shape.get("features") or shape.get("geometries") or ():
            yield from _polygons(part)
    elif kind in {"Polygon", "MultiPolygon"}:
        for rings in [shape["coordinates"]] if kind == "Polygon" else shape["coordinates"]:
            yield tuple((float(north), float(east)) for east, north, *_ in rings[0])
