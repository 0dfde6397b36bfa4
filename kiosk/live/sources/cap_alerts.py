"""Alerts in the form of CAP 1.2, as XML or as the JSON that Sveriges Radio's VMA API (v3) answers with.

Read leniently, since senders differ in the order and the case of what they write. A message that cannot be
read is left out and reported, and hides no other. Runs in a process of its own; see
`source_round`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element, ParseError, XMLParser

from kiosk.feed.alert_rules import SEVERITIES
from kiosk.live.alert_kinds import alert_kind_of
from kiosk.live.cap_messages import CapInfo, CapMessage, Point, Reference, concerns, in_force
from kiosk.live.plain_text import visible_text

MAX_BYTES = 8 << 20
MAX_MESSAGES = 2000
MAX_ALERTS = 20
MAX_PROBLEMS = 10
HEADLINE, WORDS = 140, 1000
SWEDISH = "sv"

Tree = Mapping[str, Any]
"""An element as a map from the names of its children to a list of them; a text is under the empty name."""


def read_alerts(request: bytes) -> bytes:
    """Return the alerts that concern an office, as JSON; raises `ValueError`.

    The request is a line of JSON with `now`, `areas` and `offices`, and after it what the source said.
    """
    head, _, data = request.partition(b"\n")
    asked = json.loads(head)
    if len(data) > MAX_BYTES:
        raise ValueError(f"more than {MAX_BYTES >> 20} MiB")
    messages, problems = _messages(_trees(data))
    return listed(messages, problems, asked)


def listed(messages: list[CapMessage], problems: list[str], asked: Mapping[str, Any]) -> bytes:
    """Return, as JSON, the alerts of some messages that concern an office, and what was left out."""
    if "areas" not in asked:
        raise ValueError("the feed does not name it: add it to 'alerts' in feed.yaml")
    offices = {name: place and (place[0], place[1]) for name, place in asked["offices"].items()}
    now = datetime.fromisoformat(asked["now"])
    found = []
    for message, info in in_force(messages, now):
        here = concerns(info, asked["areas"], offices)
        if here and _is_for_readers(info, message):
            found.append(_alert(message, info, sorted(here)))
    if len(found) > MAX_ALERTS:
        problems.append(f"{len(found) - MAX_ALERTS} alerts are left out")
    found.sort(key=_weight, reverse=True)
    return json.dumps({"data": {"alerts": found[:MAX_ALERTS]}, "problems": problems[:MAX_PROBLEMS]}).encode()


def _weight(alert: Mapping[str, Any]) -> tuple[bool, int, str]:
    """Return what an alert is kept by if there are too many: real, severe, late."""
    rank = SEVERITIES.index(alert["severity"]) if alert["severity"] else -1
    return not alert["exercise"], rank, alert["start"]


def _messages(trees: list[Tree]) -> tuple[list[CapMessage], list[str]]:
    """Return the messages that can be read, and what is wrong with the others."""
    found, problems = [], []
    for number, tree in enumerate(trees, 1):
        try:
            found.append(_message(tree))
        except ValueError as bad:
            problems.append(f"message {number} is left out: {bad}")
    return found, problems


def _is_for_readers(info: CapInfo, message: CapMessage) -> bool:
    """Return whether an info is in Swedish, or in the first language of a message that has no Swedish."""
    languages = [each.language.lower()[:2] for each in message.infos]
    wanted = SWEDISH if SWEDISH in languages else languages[0]
    return info.language.lower()[:2] == wanted


def _alert(message: CapMessage, info: CapInfo, offices: list[str]) -> dict[str, Any]:
    start, end = message.span(info)
    words = " ".join(filter(None, (info.description, info.instruction)))
    severity, certainty = info.severity.lower(), info.certainty.lower()
    return {
        "identifier": visible_text(message.identifier, HEADLINE),
        "sender": visible_text(message.sender, HEADLINE),
        "kind": alert_kind_of(info),
        "severity": severity if severity in {"minor", "moderate", "severe", "extreme"} else None,
        "certainty": certainty if certainty in {"unlikely", "possible", "likely", "observed"} else None,
        "exercise": message.status == "Exercise",
        "start": start.isoformat(),
        "end": end.isoformat(),
        "headline": visible_text(info.headline or info.event or message.identifier, HEADLINE),
        "words": visible_text(words, WORDS),
        "offices": offices,
    }


def _trees(data: bytes) -> list[Tree]:
    text = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    found = list(_json_trees(text)) if text[:1] in {b"{", b"["} else list(_xml_trees(text))
    if len(found) > MAX_MESSAGES:
        raise ValueError(f"more than {MAX_MESSAGES} messages")
    return found


def _json_trees(text: bytes) -> Iterator[Tree]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as bad:
        raise ValueError("not JSON") from bad
    alerts = document.get("alerts") if isinstance(document, dict) and "alerts" in document else document
    for each in alerts if isinstance(alerts, list) else [alerts]:
        if not isinstance(each, dict):
            raise ValueError("not a list of CAP messages")  # noqa: TRY004  # one kind of error is reported
        yield _tree_of_json(each)


def _tree_of_json(value: Any) -> Tree:  # noqa: ANN401  # anything that JSON can say
    if not isinstance(value, dict):
        return {"": [str(value)]}
    return {
        key.lower(): [_tree_of_json(each) for each in (item if isinstance(item, list) else [item])]
        for key, item in value.items()
        if item is not None
    }


def _xml_trees(text: bytes) -> Iterator[Tree]:
    if not text.startswith(b"<") or b"<!DOCTYPE" in text.upper():
        raise ValueError("not CAP: neither XML in UTF-8 without a document type, nor JSON")
    parser = XMLParser()  # noqa: S314  # without a document type there are no entities to expand
    try:
        parser.feed(text)
        root: Element = parser.close()
    except (ParseError, ValueError) as bad:
        raise ValueError(f"not CAP: {bad}") from bad
    alerts = [each for each in root.iter() if _name(each) == "alert" and "cap:" in each.tag]
    if not alerts and _name(root) not in {"alerts", "feed"}:
        raise ValueError(f"not CAP: a document of {_name(root)!a}")
    return map(_tree_of_xml, alerts)


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _tree_of_xml(element: Element) -> Tree:
    tree: dict[str, list[Any]] = {"": [element.text or ""]}
    for child in element:
        tree.setdefault(_name(child), []).append(_tree_of_xml(child))
    return tree


def _text(tree: Tree, name: str) -> str:
    return next(_texts(tree, name), "")


def _texts(tree: Tree, name: str) -> Iterator[str]:
    for child in tree.get(name, ()):
        yield str(child.get("", [""])[0]).strip()


def _message(tree: Tree) -> CapMessage:
    identifier, sender = _text(tree, "identifier"), _text(tree, "sender")
    sent = _time(_text(tree, "sent"), "sent")
    if not identifier or not sender or sent is None:
        raise ValueError("a message without identifier, sender or time")
    return CapMessage(
        identifier=identifier,
        sender=sender,
        sent=sent,
        status=_text(tree, "status").capitalize(),
        kind=_text(tree, "msgtype").capitalize(),
        scope=_text(tree, "scope").capitalize(),
        references=frozenset(_references(" ".join(_texts(tree, "references")))),
        infos=tuple(map(_info, tree.get("info", ()))),
    )


def _references(text: str) -> Iterator[Reference]:
    for each in text.split():
        sender, _, rest = each.partition(",")
        identifier, _, sent = rest.partition(",")
        yield sender, identifier, sent


def _info(tree: Tree) -> CapInfo:
    areas = tree.get("area", ())
    return CapInfo(
        language=_text(tree, "language"),
        event=_text(tree, "event"),
        categories=tuple(_texts(tree, "category")),
        responses=tuple(_texts(tree, "responsetype")),
        severity=_text(tree, "severity"),
        certainty=_text(tree, "certainty"),
        headline=_text(tree, "headline"),
        description=_text(tree, "description"),
        instruction=_text(tree, "instruction"),
        effective=_time(_text(tree, "effective"), "effective"),
        onset=_time(_text(tree, "onset"), "onset"),
        expires=_time(_text(tree, "expires"), "expires"),
        geocodes=tuple(
            code for area in areas for geocode in area.get("geocode", ()) for code in _texts(geocode, "value")
        ),
        polygons=tuple(_points(each) for area in areas for each in _texts(area, "polygon")),
        circles=tuple(_circle(each) for area in areas for each in _texts(area, "circle")),
    )


def _time(text: str, name: str) -> datetime | None:
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError as bad:
        raise ValueError(f"{name} is not a time: {text!a:.60}") from bad
    if found.utcoffset() is None:
        raise ValueError(f"{name} has no offset from UTC: {text!a:.60}")
    return found


def _points(text: str) -> tuple[Point, ...]:
    return tuple(map(_point, text.split()))


def _point(text: str) -> Point:
    try:
        north, east = map(float, text.split(","))
    except ValueError as bad:
        raise ValueError(f"not a point: {text!a:.60}") from bad
    if not (abs(north) <= 90 and abs(east) <= 180):  # noqa: PLR2004  # the poles, and half way round
        raise ValueError(f"not a point: {text!a:.60}")
    return north, east


def _circle(text: str) -> tuple[Point, float]:
    centre, _, radius = text.partition(" ")
    try:
        return _point(centre), float(radius)
    except ValueError as bad:
        raise ValueError(f"not a circle: {text!a:.60}") from bad
