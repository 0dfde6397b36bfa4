"""CAP 1.2 as it is written: XML, or the JSON that Sveriges Radio's VMA API (v3) answers with.

Read leniently, since senders differ in the order and the case of what they write.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, ParseError, XMLParser

from kiosk.live.cap_messages import CapInfo, CapMessage, Point, Reference
from kiosk.live.sources.calendar_bounds import within_calendar

BOM = b"\xef\xbb\xbf"
MAX_BYTES = 8 << 20
MAX_MESSAGES = 2000

UNREAD = "unread"
"""The name of an element that says why a message of an index could not be read; see `cap_index`."""

Tree = Mapping[str, Any]
"""An element as a map from the names of its children to a list of them; a text is under the empty name."""


_CERTAINTY_1_0 = {"very likely": "Likely"}
"""What CAP 1.0 wrote, and what that is now (CAP 1.2, 3.2.2)."""


class CapDocument(NamedTuple):
    """The messages of a document, and why others that belong to it could not be read."""

    messages: list[Tree]
    unread: list[str]


def document_of(data: bytes) -> CapDocument:
    """Return what a document holds; raises `ValueError` if it is no message and no list of them."""
    text = data.removeprefix(BOM).lstrip()
    found = CapDocument(list(_json_trees(text)), []) if text[:1] in {b"{", b"["} else _xml_document(text)
    if len(found.messages) > MAX_MESSAGES:
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


def _xml_document(text: bytes) -> CapDocument:
    root = xml_root(text)
    alerts = alert_elements(root)
    if not alerts and local_name(root) not in {"alerts", "feed"}:
        raise ValueError(f"not CAP: a document of {local_name(root)!a}")
    unread = [each.text or "" for each in root if local_name(each) == UNREAD]
    return CapDocument(list(map(tree_of_xml, alerts)), unread)


def xml_root(text: bytes) -> Element:
    """Return the root of an XML document; raises `ValueError`."""
    text = text.removeprefix(BOM).lstrip()
    if not text.startswith(b"<") or b"<!DOCTYPE" in text.upper():
        raise ValueError("not CAP: neither XML in UTF-8 without a document type, nor JSON")
    parser = XMLParser()  # noqa: S314  # without a document type there are no entities to expand
    try:
        parser.feed(text)
        root: Element = parser.close()
    except (ParseError, ValueError) as bad:
        raise ValueError(f"not CAP: {bad}") from bad
    return root


def alert_elements(root: Element) -> list[Element]:
    """Return the messages that a document holds, at any depth."""
    return [each for each in root.iter() if local_name(each) == "alert" and "cap:" in str(each.tag)]


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace, in lower case."""
    return str(element.tag).rpartition("}")[2].lower()


def tree_of_xml(element: Element) -> Tree:
    """Return an element and what is in it."""
    tree: dict[str, list[Any]] = {"": [element.text or ""]}
    for child in element:
        tree.setdefault(local_name(child), []).append(tree_of_xml(child))
    return tree


def _text(tree: Tree, name: str) -> str:
    return next(_texts(tree, name), "")


def _texts(tree: Tree, name: str) -> Iterator[str]:
    for child in tree.get(name, ()):
        yield str(child.get("", [""])[0]).strip()


def message_of(tree: Tree) -> CapMessage:
    """Return a message; raises `ValueError` that says what is wrong with it."""
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
        infos=_placed(tuple(map(_info, tree.get("info", ())))),
    )


def _placed(infos: tuple[CapInfo, ...]) -> tuple[CapInfo, ...]:
    """Return infos of which each says where: one that does not holds where the others of its message do."""
    geocodes = tuple(dict.fromkeys(each for info in infos for each in info.geocodes))
    polygons = tuple(dict.fromkeys(each for info in infos for each in info.polygons))
    circles = tuple(dict.fromkeys(each for info in infos for each in info.circles))
    return tuple(
        info
        if info.geocodes or info.polygons or info.circles
        else replace(info, geocodes=geocodes, polygons=polygons, circles=circles)
        for info in infos
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
        certainty=_CERTAINTY_1_0.get(_text(tree, "certainty").lower(), _text(tree, "certainty")),
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
    return within_calendar(found)


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
