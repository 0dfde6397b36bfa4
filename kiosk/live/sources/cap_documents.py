"""CAP 1.2 as it is written: XML, or the JSON that Sveriges Radio's VMA API (v3) answers with.

Read leniently, since senders differ in the order and the case of what they write.
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
    return [each for each in root.iter() if local_name(each) == "alert" and _is_of_cap(each)]


def _is_of_cap(element: Element) -> bool:
    """Return whether an element is in a namespace of CAP, or in none."""
    return "cap:" in str(element.tag) or element.tag == "alert"


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
    identifier, sender, sent = (_text(tree, name) for name in ("identifier", "sender", "sent"))
    if not (identifier and sender and sent):
        raise ValueError("a message without identifier, sender or time")
    problems: list[str] = []
    infos = tuple(_info(each, problems) for each in tree.get("info", ()))
    kind = _word(tree, "msgtype", KINDS)
    if kind != "Cancel":
        infos = _placed(infos)
        if any(each.is_partial and not each.is_placed for each in infos):
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
    """Return one of the words that CAP knows; raises `ValueError`."""
    word = _text(tree, name).capitalize()
    if word not in words:
        raise ValueError(f"{name} is none of {', '.join(sorted(words))}: {word!a:.60}")
    return word


def _placed(infos: tuple[CapInfo, ...]) -> tuple[CapInfo, ...]:
    """Return infos of which each says where.

    One that does not, or only in part, also holds where those in other languages do.
    """
    return tuple(
        each if each.is_placed and not each.is_partial else _with_places(each, infos) for each in infos
    )


def _with_places(info: CapInfo, infos: tuple[CapInfo, ...]) -> CapInfo:
    alike = [info, *(each for each in infos if not info.is_placed or each.language != info.language)]
    return replace(
        info,
        geocodes=tuple(dict.fromkeys(each for one in alike for each in one.geocodes)),
        polygons=tuple(dict.fromkeys(each for one in alike for each in one.polygons)),
        circles=tuple(dict.fromkeys(each for one in alike for each in one.circles)),
    )


def _references(text: str, own: str) -> Iterator[Reference]:
    """Yield what a message names; one that is only an identifier is of its own sender."""
    for each in re.sub(r"\s*,\s*", ",", text).split():
        sender, comma, rest = each.partition(",")
        identifier, _, sent = rest.partition(",")
        yield (sender, identifier, sent) if comma else (own, each, "")


def _info(tree: Tree, problems: list[str]) -> CapInfo:
    areas = tree.get("area", ())
    geocodes = [geocode for area in areas for geocode in area.get("geocode", ())]
    unread: list[str] = []
    places = places_of(
        (code for geocode in geocodes for code in _texts(geocode, "value")),
        (each for area in areas for each in _texts(area, "polygon")),
        (each for area in areas for each in _texts(area, "circle")),
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
