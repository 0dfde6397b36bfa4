"""A CalDAV server's answer to a calendar query (RFC 4791 7.8): one iCalendar object per event."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError, XMLParser

from kiosk.booking.sources.source_errors import BadAnswer

_DAV = "{DAV:}"
_CALENDAR_DATA = "{urn:ietf:params:xml:ns:caldav}calendar-data"


def calendar_objects(body: bytes) -> dict[str, bytes]:
    """Return the objects in an answer by file name; raises `BadAnswer` if one of them is missing.

    If several have the same name, for example because of encoded slashes, their number is prepended. An
    answer with only some of the events, which says so for the collection (RFC 4791 7.8), is refused too.
    """
    if b"<!DOCTYPE" in body:
        raise BadAnswer("not an answer of a CalDAV server: it has a document type")
    parser = XMLParser()  # noqa: S314  # without a document type there are no entities to expand
    try:
        parser.feed(body)
        root: Element = parser.close()
    except ParseError as bad:
        raise BadAnswer(f"not an answer of a CalDAV server: {bad}") from bad
    if root.tag != f"{_DAV}multistatus":
        raise BadAnswer("not an answer of a CalDAV server: it is not a multistatus")
    objects: dict[str, bytes] = {}
    for number, response in enumerate(root.iter(f"{_DAV}response")):
        name, data = _object(number, response)
        objects[f"{number}/{name}" if name in objects else name] = data
    return objects


def objects_of_all(bodies: Iterable[bytes]) -> dict[str, bytes]:
    """Return the objects of several answers about one calendar; if one changed in between, all versions."""
    objects: dict[str, bytes] = {}
    for number, body in enumerate(bodies):
        for name, data in calendar_objects(body).items():
            objects[name if objects.get(name, data) == data else f"{number}//{name}"] = data
    return objects


def _object(number: int, response: Element) -> tuple[str, bytes]:
    name = unquote(response.findtext(f"{_DAV}href") or "").rstrip("/").rpartition("/")[2]
    data = next(response.iter(_CALENDAR_DATA), None)
    if data is None or not (data.text or "").strip():
        raise BadAnswer(f"the server does not send the event {name!a}, or not all events")
    return name or str(number), (data.text or "").encode()
