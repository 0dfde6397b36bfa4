"""What goes between the kiosk and the engine, and what of it is not believed."""

import json

import pytest

from kiosk.webshot.render_request import (
    MOST_PICTURE,
    RenderRequest,
    RenderResult,
    WebError,
    check_picture,
    read_order,
    read_render_answer,
)

ORDER = RenderRequest(
    "https://kartor.example/", 800, 600, ("kartor.example",), 1.5, "ar", "http://proxy.example:3128"
)
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x03\x20\x00\x00\x02\x58"

ENDLESS = b'{"size": Infinity, "problem": "", "refused": []}'


def test_an_order_is_read_as_it_was_written():
    assert read_order(ORDER.line()) == ORDER
    assert ORDER.line().count(b"\n") == 1


def test_an_answer_is_read_as_it_was_written():
    answer = RenderResult(70, refused=("other.example",))
    assert read_render_answer(answer.line()) == answer


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"problem": "it broke", "refused": ["other.example"]}, "it broke; refused: other.example"),
        ({"size": 0}, "too large"),
        ({"size": -1}, "too large"),
        ({"size": MOST_PICTURE + 1}, "too large"),
        ({"size": "many"}, "cannot be read"),
        ({"refused": None}, "cannot be read"),
    ],
)
def test_an_answer_without_a_picture_is_an_error(changes, why):
    line = json.dumps({"size": 1, "problem": "", "refused": []} | changes).encode()
    with pytest.raises(WebError, match=why):
        read_render_answer(line)


@pytest.mark.parametrize("line", [b"", b"{}", b"[]", b"\xff", b"nonsense", ENDLESS, b"[" * 100_000])
def test_what_is_no_answer_is_an_error(line):
    with pytest.raises(WebError, match="cannot be read"):
        read_render_answer(line)


def test_what_an_engine_says_is_cut_short():
    line = json.dumps({"size": 1, "problem": "", "refused": ["x" * 1000] * 1000}).encode()
    assert read_render_answer(line).refused == ("x" * 100,) * 10


@pytest.mark.parametrize("data", [b"", b"GIF89a", PNG[:-1], PNG[:-1] + b"\x59", b"\x00" + PNG])
def test_a_picture_that_was_not_ordered_is_an_error(data):
    check_picture(PNG + b"more", ORDER)
    with pytest.raises(WebError, match="not what was ordered"):
        check_picture(data, ORDER)
