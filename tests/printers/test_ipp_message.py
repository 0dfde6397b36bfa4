"""IPP messages: encoding, decoding, and the refusal of invalid ones."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.printers.ipp_message import IppError, Tag, decode_response, encode_request, number, text, true_flag

OK = struct.pack(">BBHI", 2, 0, 0, 1)


def attribute(tag, name, value):
    name = name.encode()
    return bytes((tag,)) + struct.pack(">H", len(name)) + name + struct.pack(">H", len(value)) + value


def test_request_is_encoded_as_in_the_standard():
    """The start of the example in RFC 8010, A.1, with our values."""
    got = encode_request(2, [(Tag.OPERATION, [text(Tag.CHARSET, "attributes-charset", "utf-8")])])
    assert got == (b"\x02\x00\x00\x02\x00\x00\x00\x01\x01\x47\x00\x12attributes-charset\x00\x05utf-8\x03")


@given(st.lists(st.text(max_size=20), min_size=1), st.integers(-(2**31), 2**31 - 1))
def test_what_is_encoded_can_be_decoded(texts, whole):
    fields = [text(Tag.KEYWORD, "words", *texts), number("whole", whole), true_flag("sure")]
    got = decode_response(encode_request(0, [(Tag.OPERATION, []), (Tag.JOB, fields)]))
    assert got.of(Tag.JOB) == [{"words": tuple(texts), "whole": (whole,), "sure": (True,)}]


def test_resolution_is_read():
    data = OK + b"\x04" + attribute(0x32, "dpi", struct.pack(">iib", 300, 300, 3)) + b"\x03"
    assert decode_response(data).of(4) == [{"dpi": ((300, 300, 3),)}]


def test_collection_is_skipped_with_its_members():
    member = attribute(0x4A, "", b"x") + attribute(0x21, "", struct.pack(">i", 7))
    inner = attribute(0x34, "", b"") + member + attribute(0x37, "", b"")
    data = attribute(0x34, "col", b"") + attribute(0x4A, "", b"in") + inner + attribute(0x37, "", b"")
    after = attribute(0x44, "media-ready", b"a") + attribute(0x44, "", b"b")
    assert decode_response(OK + b"\x04" + data + after + b"\x03").of(4) == [{"media-ready": ("a", "b")}]


def test_each_job_is_a_separate_group():
    jobs = b"".join(b"\x02" + attribute(0x21, "job-id", struct.pack(">i", n)) for n in (1, 2))
    assert decode_response(OK + jobs + b"\x03").of(2) == [{"job-id": (1,)}, {"job-id": (2,)}]


@pytest.mark.parametrize(
    "junk",
    [b"", b"<!doctype html>", OK, OK + b"\x21\x00\x01a\x00\x01", OK + b"\x04" + attribute(0x21, "x", b"1")],
)
def test_junk_is_refused(junk):
    with pytest.raises(IppError):
        decode_response(junk)


@given(st.binary(max_size=200), st.integers(0, 200))
def test_any_bytes_are_decoded_or_refused(junk, cut):
    whole = OK + b"\x04" + attribute(0x44, "a", b"b") + b"\x03"
    for data in (junk, OK + b"\x04" + junk, whole[:cut] + junk):
        try:
            decode_response(data)
        except IppError:
            continue
