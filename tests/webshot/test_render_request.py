"""The messages between the kiosk and the renderer, valid and invalid."""

import json

import pytest

from kiosk.webshot.render_request import (
    MAX_PICTURE_BYTES,
    RenderRequest,
    RenderResult,
    WebError,
    check_picture,
    read_render_request,
    read_render_result,
)

REQUEST = RenderRequest(
    "https://kartor.example/", 800, 600, ("kartor.example",), 1.5, "ar", "http://proxy.example:3128"
)
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x03\x20\x00\x00\x02\x58"

ENDLESS = b'{"size": Infinity, "problem": "", "refused": []}'


def test_a_request_survives_the_round_trip():
    assert read_render_request(REQUEST.line()) == REQUEST
    assert REQUEST.line().count(b"\n") == 1


def test_a_result_survives_the_round_trip():
    result = RenderResult(70, refused=("other.example",))
    assert read_render_result(result.line()) == result


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"problem": "it broke", "refused": ["other.example"]}, "it broke; refused: other.example"),
        ({"size": 0}, "too large"),
        ({"size": -1}, "too large"),
        ({"size": MAX_PICTURE_BYTES + 1}, "too large"),
        ({"size": "many"}, "cannot be read"),
        ({"refused": None}, "cannot be read"),
    ],
)
def test_a_result_without_a_picture_is_an_error(changes, why):
    line = json.dumps({"size": 1, "problem": "", "refused": []} | changes).encode()
    with pytest.raises(WebError, match=why):
        read_render_result(line)


@pytest.mark.parametrize("line", [b"", b"{}", b"[]", b"\xff", b"nonsense", ENDLESS, b"[" * 100_000])
def test_an_invalid_result_is_an_error(line):
    with pytest.raises(WebError, match="cannot be read"):
        read_render_result(line)


def test_the_text_of_a_result_is_truncated():
    line = json.dumps({"size": 1, "problem": "", "refused": ["x" * 1000] * 1000}).encode()
    assert read_render_result(line).refused == ("x" * 100,) * 10


@pytest.mark.parametrize("data", [b"", b"GIF89a", PNG[:-1], PNG[:-1] + b"\x59", b"\x00" + PNG])
def test_a_picture_of_the_wrong_format_or_size_is_an_error(data):
    check_picture(PNG + b"more", REQUEST)
    with pytest.raises(WebError, match="of the requested size"):
        check_picture(data, REQUEST)
