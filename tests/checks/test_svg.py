import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import resources
from kiosk.checks import svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'


def told(body):
    return [message for _, message in svg.faults(f"{HEAD}\n  {body}</svg>".encode())]


@pytest.mark.parametrize(
    "body",
    [
        "<path d='M0 0'/>",
        "<use xlink:href='#a'/>", "<rect fill='url(#a)'/>", "<rect style='fill: url( \"#a\" )'/>",
        "<image href='data:image/png;base64,AAAA'/>", "<title>only www.example.org</title>",
    ],
)  # fmt: skip
def test_shapes_are_allowed(body):
    assert told(body) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<script>alert(1)</script>", "<script> runs or embeds something"),
        ("<foreignObject/>", "<foreignObject> runs"),
        ("<rect onload='x()'/>", "onload= runs a program"),
        ("<a xlink:href='javascript:x()'/>", "refers to 'javascript:x()'"),
        ("<image xlink:href='https://a.example/b.png'/>", "refers to 'https://a.example/b.png'"),
        ("<image href='../b.png'/>", "refers to '../b.png'"),
        ("<image href='file:///etc/passwd'/>", "refers to 'file:///etc/passwd'"),
        ("<image href='data:text/html,x'/>", "refers to 'data:text/html,x'"),
        ("<rect fill='url(https://a.example/#b)'/>", "refers to 'url(https://a.example"),
        ("<rect", "not a drawing"),
    ],
)
def test_what_runs_or_loads_is_told(body, fault):
    assert any(fault in message for message in told(body))


def test_place_is_told():
    assert svg.faults(f"{HEAD}\n  <script/></svg>".encode())[0][0] == (2, 3)


def test_bomb_of_entities_ends_at_its_first():
    bomb = '<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>' + HEAD + "&b;</svg>"
    assert [message for _, message in svg.faults(bomb.encode())] == [
        "declares the entity 'a'; a drawing needs none"
    ]


@pytest.mark.parametrize(
    "data", [b"", b"\x00\x01", b"<html/>", b"<?xml-stylesheet href='a.css'?>" + HEAD.encode()]
)
def test_what_is_no_drawing(data):
    assert svg.faults(data)


def test_large_file_is_not_read():
    assert "larger than 4 MiB" in svg.faults(b"<" * (svg.MAX_BYTES + 1))[0][1]


@given(st.binary(max_size=100) | st.text("<>/=svg'\"&!-[] \n", max_size=60).map(str.encode))
def test_anything_is_read_or_refused(data):
    assert all(message for _, message in svg.faults(data))


@pytest.mark.parametrize(
    "path", sorted((resources.sample_feed() / "media").glob("*.svg")), ids=lambda p: p.stem
)
def test_drawings_of_the_sample_feed(path):
    assert svg.faults(path.read_bytes()) == []
