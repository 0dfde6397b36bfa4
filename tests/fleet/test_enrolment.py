"""The enrolment line: round trip, and refusal of invalid lines."""

import base64
import hashlib
import io
import zlib
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image

from kiosk.fleet.enrolment import (
    MAX_LINE,
    PREFIX,
    BrokerAccess,
    Enrolment,
    EnrolmentError,
    read_line,
    write_line,
)
from kiosk.fleet.enrolment_qr import qr_png

PASSWORD = "correct horse battery"  # noqa: S105  # of nobody
CERTIFICATE = "-----BEGIN CERTIFICATE-----\n" + "TUlJQg==\n" * 40 + "-----END CERTIFICATE-----\n"
WHOLE = Enrolment(
    feed="https://signs.example/feed",
    screen="torget-desk",
    root_version=3,
    root_sha256="ab" * 32,
    ca=CERTIFICATE,
    broker=BrokerAccess(host="broker.example", port=8884, password=PASSWORD, ca=CERTIFICATE),
)


def packed(document):
    """A line with a valid checksum around any bytes."""
    return PREFIX + base64.b32encode(hashlib.sha256(document).digest()[:5] + document).decode().rstrip("=")


@pytest.mark.parametrize("enrolment", [WHOLE, replace(WHOLE, broker=None, ca="")])
def test_what_is_encoded_can_be_decoded(enrolment):
    assert read_line(write_line(enrolment)) == enrolment


def test_it_can_be_typed_by_a_scanner_and_is_small_enough_for_a_terminal():
    line = write_line(WHOLE)
    assert line.isascii()
    assert line.isalnum()
    assert line == line.upper()
    assert len(line) <= MAX_LINE


def test_line_breaks_and_lower_case_are_accepted():
    line = write_line(WHOLE)
    assert read_line(f"  {line[:40].lower()}\n{line[40:]} \n") == WHOLE


def test_the_qr_code_contains_the_line():
    line = write_line(WHOLE)
    picture = Image.open(io.BytesIO(qr_png(line))).convert("L")
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [line]


@pytest.mark.parametrize("at", [len(PREFIX), 60, -1])
def test_one_wrong_letter_is_noticed(at):
    line = list(write_line(WHOLE))
    line[at] = "A" if line[at] != "A" else "B"
    with pytest.raises(EnrolmentError, match=r"incomplete or mistyped|damaged"):
        read_line("".join(line))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "not an enrolment line"),
        ("https://signs.example", "not an enrolment line"),
        (PREFIX + "A" * MAX_LINE, "not an enrolment line"),
        (PREFIX + "1", "damaged"),
        (PREFIX + "ÅÄÖ", "damaged"),
        (write_line(WHOLE)[:-8], "incomplete"),
        (packed(b"no zlib"), "cannot be read"),
        (packed(zlib.compress(b"null")), "is wrong"),
        (packed(zlib.compress(b"[" * 9000)), "is wrong"),
        (packed(zlib.compress(b" " * (1 << 20))), "is wrong"),
    ],
    ids=range(10),
)
def test_an_invalid_line_is_refused(line, words):
    with pytest.raises(EnrolmentError, match=words):
        read_line(line)


@pytest.mark.parametrize(
    "change",
    [
        {"screen": "../etc"},
        {"feed": ""},
        {"root_sha256": "AB" * 32},
        {"root_sha256": "ab" * 32 + "\n"},
        {"root_version": 0},
        {"ca": "x" * 12_001},
        {"broker": BrokerAccess(host="broker.example", password=PASSWORD[:7])},
        {"broker": BrokerAccess(host="broker.example", password=PASSWORD, port=0)},
    ],
)
def test_an_invalid_value_is_refused(change):
    with pytest.raises(EnrolmentError, match="is wrong"):
        read_line(write_line(replace(WHOLE, **change)))


def test_a_line_too_long_for_a_terminal_is_not_written():
    noise = "".join(hashlib.sha512(b"%d" % count).hexdigest() for count in range(90))
    with pytest.raises(EnrolmentError, match="must hold one authority each"):
        write_line(replace(WHOLE, ca=noise))
