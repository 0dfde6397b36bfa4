"""The enrolment line: everything that a new device needs, in one line that a barcode scanner can type.

It contains the feed's URL, the screen's id, the hash of the trusted root, and the broker with this device's
password: whoever reads the line can report as that screen. It consists of capital letters and digits, which
are the same on every keyboard layout and take the least space in a QR code. A checksum detects a truncated or
mistyped line.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import zlib
from typing import Annotated

import msgspec

from kiosk.config import Broker
from kiosk.feed.constraints import Deferred, Strict, adapter, limits
from kiosk.feed.written_values import Id, Line
from kiosk.frozen import frozen

PREFIX = "INFODISK1"
MAX_LINE = 4000
"""Characters: a terminal accepts lines of up to 4,095, and the largest QR code holds 4,296."""

MAX_DOCUMENT = 16 << 10  # bytes, decompressed
MAX_VERSION = 10**6
_SUM = 5  # bytes

CertificateText = Annotated[str, limits(max_length=12_000)]


class EnrolmentError(ValueError):
    """An invalid enrolment line; the message says why."""


@frozen(kw_only=True)
class BrokerAccess(Strict):
    """The broker, and this device's password there; the user name is the screen's id."""

    host: Line
    port: Annotated[int, limits(ge=1, le=65535)] = 8883
    password: Annotated[str, limits(min_length=16, max_length=200)]
    ca: CertificateText = ""
    """The certificate of the broker's authority (PEM), unless the authority is public."""


@frozen(kw_only=True)
class Enrolment(Strict):
    """The settings of one device: its feed, which of the feed's screens it is, and where it reports."""

    feed: Line
    screen: Id
    root_version: Annotated[int, limits(ge=1, le=MAX_VERSION)]
    root_sha256: Annotated[str, Deferred("StringConstraints", pattern=r"^[0-9a-f]{64}$")]
    """The hash of that version of the root, which the device downloads from the site."""

    ca: CertificateText = ""
    """The certificate of the site's authority (PEM), unless the authority is public."""

    broker: BrokerAccess | None = None


def broker_access(broker: Broker, password: str) -> BrokerAccess:
    """Return the access of a device with this password to an admin's broker; raises `OSError`."""
    ca = broker.ca.read_text(encoding="ascii") if broker.ca else ""
    return BrokerAccess(host=broker.host, port=broker.port, password=password, ca=ca)


def write_line(enrolment: Enrolment) -> str:
    """Return the line that `read_line` reads; raises `EnrolmentError` if it would be too long."""
    data = zlib.compress(msgspec.json.encode(enrolment), 9)
    line = PREFIX + base64.b32encode(_sum(data) + data).decode("ascii").rstrip("=")
    if len(line) > MAX_LINE:
        raise EnrolmentError(
            f"the line would have {len(line)} characters, and {MAX_LINE} are possible: "
            "the certificate files must hold one authority each, and nothing else"
        )
    return line


def read_line(text: str) -> Enrolment:
    """Return the enrolment in a line, ignoring white space and case; raises `EnrolmentError`."""
    line = "".join(text[: 2 * MAX_LINE].split()).upper()
    if not line.startswith(PREFIX) or len(line) > MAX_LINE:
        raise EnrolmentError(f"not an enrolment line: `kiosk screens enrol` writes one, starting {PREFIX}")
    try:
        letters = line.removeprefix(PREFIX)
        data = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except (binascii.Error, ValueError):  # ValueError: a letter outside ASCII
        raise EnrolmentError("the enrolment line is damaged: copy or scan all of it again") from None
    if data[:_SUM] != _sum(data[_SUM:]):
        raise EnrolmentError("the enrolment line is incomplete or mistyped: copy or scan all of it again")
    return _read(data[_SUM:])


def _read(data: bytes) -> Enrolment:
    from pydantic import ValidationError  # noqa: PLC0415  # only when a device is set up

    try:
        unpacked = zlib.decompressobj().decompress(data, MAX_DOCUMENT)
        enrolment: Enrolment = adapter(Enrolment).validate_json(unpacked)
    except zlib.error:
        raise EnrolmentError("the enrolment line cannot be read: create another one") from None
    except ValidationError as bad:
        first = bad.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise EnrolmentError(
            f"the enrolment line is wrong in {place or 'its form'}: {first['msg']}"
        ) from None
    return enrolment


def _sum(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()[:_SUM]
