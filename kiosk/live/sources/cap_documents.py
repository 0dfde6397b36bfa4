"""Parses CAP 1.2 documents: XML, or the JSON of Sveriges Radio's VMA API (v3).

Parsing is lenient, since senders differ in the order and the case of elements.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, ParseError, XMLParser

from kiosk.live.cap_messages import KINDS, SCOPES, STATUSES, CapInfo, CapMessage, Reference
from kiosk.live.sources.cap_areas import end_of, places_of, start_of, time_of

BOM = b"\xef\xbb\xbf"
MAX_BYTES = 8 << 20
MAX_MESSAGES = 2000

UNREAD = "unread"
"""The name of an element that says why a message of an index could not be read; see `cap_index`."""

Tree = Mapping[str, Any]
"""An element as a map from names to lists of children; its text has the empty name."""


_CERTAINTY_1_0 = {"very likely": "Likely"}
"""Values of CAP 1.0, and what replaced them (CAP 1.2, 3.2.2)."""


class CapDocument(NamedTuple):
    """The messages in a document, and why others that belong to it could not be read."""

    messages: list[Tree]
    unread: list[str]


def document_of(data: bytes) -> CapDocument:
    """Parse a document; raises `ValueError` if it is neither a message nor a list of messages."""
    text = data.removeprefix(BOM).lstrip()
    document = CapDocument(list(_json_trees(text)), []) if text[:1] in {b"{", b"["} else _xml_document(text)
    if len(document.messages) > MAX_MESSAGES:
        raise ValueError(f"more than {MAX_MESSAGES} messages")
    return document


def _json_trees(text: bytes) -> Iterator[Tree]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as bad:
        raise ValueError("not JSON") from bad
    alerts = document.get("alerts") if isinstance(document, dict) and "alerts" in document else document
    for alert in alerts if isinstance(alerts, list) else [alerts]:
        if not isinstance(alert, dict):
            raise ValueError("not a list of CAP messages")  # noqa: TRY004  # one kind of error is reported
        yield _tree_of_json(alert)


def _tree_of_json(value: Any) -> Tree:  # noqa: ANN401  # any JSON value
    if not isinstance(value, dict):
        return {"": [str(value)]}
    return {
        key.lower(): [_tree_of_json(child) for child in (item if isinstance(item, list) else [item])]
        for key, item in value.items()
        if item is not None
    }


def _xml_document(text: bytes) -> CapDocument:
    root = xml_root(text)
    alerts = alert_elements(root)
    if not alerts and local_name(root) not in {"alerts", "feed"}:
        raise ValueError(f"not CAP: a document of {local_name(root)!a}")
    unread = [child.text or "" for child in root if local_name(child) == UNREAD]
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
    """Return the messages in a document, at any depth."""
    return [element for element in root.iter() if local_name(element) == "alert" and _is_of_cap(element)]


def _is_of_cap(element: Element) -> bool:
    """Return whether an element is in a namespace of CAP, or in none."""
    return "cap:" in str(element.tag) or element.tag == "alert"


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace, in lower case."""
    return str(element.tag).rpartition("}")[2].lower()


def tree_of_xml(element: Element) -> Tree:
    """Return an element and its descendants."""
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
    """Convert a tree to a message; raises `ValueError` with what is wrong with it."""
    identifier, sender, sent = (_text(tree, name) for name in ("identifier", "sender", "sent"))
    if not (identifier and sender and sent):
        raise ValueError("a message without identifier, sender or time")
    problems: list[str] = []
    infos = tuple(_info(child, problems) for child in tree.get("info", ()))
    kind = _word(tree, "msgtype", KINDS)
    if kind != "Cancel":
        infos = _placed(infos)
        if any(info.is_partial and not info.is_placed for info in infos):
            raise ValueError(problems[0])
    return CapMessage(
        identifier=identifier,
        sender=sender,
        sent=time_of(sent, "sent"),
        status=_word(tree, "status", STATUSES),
        kind=kind,
        scope=_word(tree, "scope", SCOPES),
        references=frozenset(_references(" ".join(_texts(tree, "references")), sender)),
        infos=infos,
        problems=tuple(dict.fromkeys(problems)),
    )


def _word(tree: Tree, name: str, words: frozenset[str]) -> str:
    """Return the value of an element, which must be one of `words`; raises `ValueError`."""
    word = _text(tree, name).capitalize()
    if word not in words:
        raise ValueError(f"{name} is none of {', '.join(sorted(words))}: {word!a:.60}")
    return word


def _placed(infos: tuple[CapInfo, ...]) -> tuple[CapInfo, ...]:
    """Return infos that all say where they apply.

    An info without a readable area, or with only a part of it, also gets the areas of the other languages.
    """
    return tuple(
        info if info.is_placed and not info.is_partial else _with_places(info, infos) for info in infos
    )


def _with_places(info: CapInfo, infos: tuple[CapInfo, ...]) -> CapInfo:
    alike = [info, *(other for other in infos if not info.is_placed or other.language != info.language)]
    return replace(
        info,
        geocodes=tuple(dict.fromkeys(code for each in alike for code in each.geocodes)),
        polygons=tuple(dict.fromkeys(polygon for each in alike for polygon in each.polygons)),
        circles=tuple(dict.fromkeys(circle for each in alike for circle in each.circles)),
    )


def _references(text: str, own: str) -> Iterator[Reference]:
    """Yield the references of a message; a bare identifier refers to a message of the same sender."""
    for reference in re.sub(r"\s*,\s*", ",", text).split():
        sender, comma, rest = reference.partition(",")
        identifier, _, sent = rest.partition(",")
        yield (sender, identifier, sent) if comma else (own, reference, "")


def _info(tree: Tree, problems: list[str]) -> CapInfo:
    areas = tree.get("area", ())
    geocodes = [geocode for area in areas for geocode in area.get("geocode", ())]
    unread: list[str] = []
    places = places_of(
        (code for geocode in geocodes for code in _texts(geocode, "value")),
        (polygon for area in areas for polygon in _texts(area, "polygon")),
        (circle for area in areas for circle in _texts(area, "circle")),
        unread,
    )
    problems += unread
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
        effective=start_of(_text(tree, "effective"), problems),
        expires=end_of(_text(tree, "expires"), problems),
        is_partial=bool(unread),
        **places._asdict(),
    )
