"""Messages of the Internet Printing Protocol (RFC 8010): encodes requests, decodes responses.

Collections are not supported: they are skipped in responses, since no requested attribute is one.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from enum import IntEnum

from kiosk.frozen import frozen

Value = int | bool | str | tuple[int, int, int]


class Tag(IntEnum):
    """The group and value tags that requests use (RFC 8010, 3.5)."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    RESOLUTION = 0x32
    TEXT = 0x41
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME = 0x49


_BEGIN_COLLECTION, _END_COLLECTION = 0x34, 0x37
_NUMBERS = {Tag.INTEGER, Tag.ENUM}
_TEXTS = range(0x40, 0x60)
_LAST_DELIMITER = 0x0F
_REQUEST_ID = 1  # one request per connection


class IppError(OSError):
    """A response that is not IPP, or an error status; an `OSError` like all printer failures."""


class BusyError(IppError):
    """The printer is busy."""


@frozen
class Field:
    """One attribute of a request, with encoded values."""

    tag: Tag
    name: str
    values: tuple[bytes, ...]


@frozen
class IppResponse:
    """A response: its status, and for each group the attribute values by name."""

    status: int
    groups: tuple[tuple[int, Mapping[str, tuple[Value, ...]]], ...]

    def of(self, group: int) -> list[Mapping[str, tuple[Value, ...]]]:
        """Return the attributes of each group with this tag, such as one for each job."""
        return [attributes for tag, attributes in self.groups if tag == group]


def encode_request(operation: int, groups: Iterable[tuple[Tag, Iterable[Field]]]) -> bytes:
    """Return an IPP/2.0 request; the caller appends the document, if any."""
    body = b"".join(bytes((group,)) + b"".join(map(_field, fields)) for group, fields in groups)
    return struct.pack(">BBHI", 2, 0, operation, _REQUEST_ID) + body + bytes((Tag.END,))


def text(tag: Tag, name: str, *values: str) -> Field:
    """Return an attribute with text values."""
    return Field(tag, name, tuple(value.encode() for value in values))


def number(name: str, value: int) -> Field:
    """Return an attribute with one integer."""
    return Field(Tag.INTEGER, name, (struct.pack(">i", value),))


def true_flag(name: str) -> Field:
    """Return a boolean attribute that is true."""
    return Field(Tag.BOOLEAN, name, (b"\x01",))


def _field(field: Field) -> bytes:
    names = [field.name.encode(), *[b""] * (len(field.values) - 1)]
    return b"".join(
        bytes((field.tag,)) + _with_length(name) + _with_length(value)
        for name, value in zip(names, field.values, strict=True)
    )


def _with_length(data: bytes) -> bytes:
    return struct.pack(">H", len(data)) + data


def decode_response(data: bytes) -> IppResponse:
    """Decode a response; raises `IppError` if it is invalid."""
    try:
        return _IppReader(data).message()
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise IppError(f"the answer is not IPP: {error}") from error


class _IppReader:
    """Decodes one message."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0
        self._depth = 0

    def message(self) -> IppResponse:
        """Return the message."""
        _version, status, _number = struct.unpack(">HHI", self._take(8))
        groups: list[tuple[int, dict[str, tuple[Value, ...]]]] = []
        name = ""
        while (tag := self._take(1)[0]) != Tag.END:
            if tag <= _LAST_DELIMITER:
                groups.append((tag, {}))
                continue
            name = self._attribute(tag, name, groups[-1][1])
        return IppResponse(status, tuple(groups))

    def _attribute(self, tag: int, last: str, into: dict[str, tuple[Value, ...]]) -> str:
        """Read one value; a value without a name belongs to the previous attribute."""
        name = self._string().decode() or last
        value = _value(tag, self._string())
        self._depth += (tag == _BEGIN_COLLECTION) - (tag == _END_COLLECTION)
        if self._depth or tag == _END_COLLECTION:
            return last
        if value is not None:
            into[name] = (*into.get(name, ()), value)
        return name

    def _string(self) -> bytes:
        return self._take(struct.unpack(">H", self._take(2))[0])

    def _take(self, size: int) -> bytes:
        part = self._data[self._at : self._at + size]
        if len(part) < size:
            raise IndexError("it ends too early")
        self._at += size
        return part


def _value(tag: int, data: bytes) -> Value | None:
    """Return a decoded value; None for an unsupported tag."""
    if tag in _NUMBERS:
        return int(struct.unpack(">i", data)[0])
    if tag == Tag.BOOLEAN:
        return data != b"\x00"
    if tag == Tag.RESOLUTION:
        across, feed, unit = struct.unpack(">iib", data)
        return across, feed, unit
    return data.decode() if tag in _TEXTS else None
