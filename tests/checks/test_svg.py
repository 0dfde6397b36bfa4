import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import resources
from kiosk.checks import svg_rules

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'


def reported(body):
    return [message for _, message in svg_rules.svg_errors(f"{HEAD}\n  {body}</svg>".encode())]


@pytest.mark.parametrize(
    "body",
    [
        "<path d='M0 0'/>",
        "<use xlink:href='#a'/>", "<rect fill='url(#a)'/>", "<rect style='fill: url( \"#a\" )'/>",
        "<a xlink:href='https://kontor.example/Tider'><rect/></a>", "<a href='mailto:hej@kontor.example'/>",
        "<image href='data:image/png;base64,AAAA'/>", "<title>only www.example.org</title>",
    ],
)  # fmt: skip
def test_shapes_are_allowed(body):
    assert reported(body) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<script>alert(1)</script>", "<script> runs or embeds something"),
        ("<foreignObject/>", "<foreignObject> runs"),
        ("<rect onload='x()'/>", "onload= runs a program"),
        ("<a xlink:href='javascript:x()'/>", "refers to 'javascript:x()'"),
        ("<image xlink:href='https://a.example/b.png'/>", "refers to 'https://a.example/b.png'"),
        ("<image href='../b.png'/>", "refers to '../b.png'"),
        ("<image href='https://A.example/B.png'/>", "refers to 'https://A.example/B.png'"),
        ("<image href='file:///etc/passwd'/>", "refers to 'file:///etc/passwd'"),
        ("<image href='data:text/html,x'/>", "refers to 'data:text/html,x'"),
        ("<rect fill='url(https://a.example/#b)'/>", "refers to 'url(https://a.example"),
        ("<rect", "not a drawing"),
    ],
)
def test_what_runs_or_loads_is_reported(body, fault):
    assert any(fault in message for message in reported(body))


def test_place_is_reported():
    assert svg_rules.svg_errors(f"{HEAD}\n  <script/></svg>".encode())[0][0] == (2, 3)


def test_bomb_of_entities_ends_at_its_first():
    bomb = '<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>' + HEAD + "&b;</svg>"
    assert [message for _, message in svg_rules.svg_errors(bomb.encode())] == [
        "declares the entity 'a'; a drawing needs none"
    ]


def uses(levels, times=10):
    """Shapes that each use the one before several times."""
    parts = "".join(
        f"<g id='a{n}'>" + f"<use xlink:href='#a{n - 1}'/>" * times + "</g>" for n in range(1, levels + 1)
    )
    return f"<rect id='a0'/>{parts}<use xlink:href='#a{levels}'/>"


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        (uses(3), False), (uses(4), False), (uses(5), True), (uses(25), True),
        ("<rect/>" * 99_998, False), ("<rect/>" * 100_000, True),
        ("<use href='#missing'/>", False),
        ("<g id='a'><g id='b'><g id='a'><rect/></g></g></g><use href='#b'/>", False),
        ("<g id='a'><g id='a'>" + "<rect/>" * 6 + "</g></g>" + "<use href='#a'/>" * 20_000, True),
    ],
    ids=range(9),
)  # fmt: skip
def test_shapes_that_are_used_again_count_each_time(body, wrong):
    assert ["draws more than 100000 shapes" in each for each in reported(body)] == [True] * wrong


@pytest.mark.parametrize(
    ("body", "circle"),
    [
        ("<g id='a'><use xlink:href='#a'/></g>", "a > a"),
        ("<g id='a'><g id='b'><use href='#a'/></g></g>", "a > b > a"),
        ("".join(f"<g id='{a}'><use href='#{b}'/></g>" for a, b in ("xy", "yz", "zx")), "y > z"),
    ],
    ids=range(3),
)
def test_part_that_uses_itself_is_reported_as_that(body, circle):
    (message,) = reported(body)
    assert message.startswith("a part uses itself, without end: ")
    assert circle in message


@pytest.mark.parametrize(
    "data", [b"", b"\x00\x01", b"<html/>", b"<?xml-stylesheet href='a.css'?>" + HEAD.encode()]
)
def test_what_is_no_drawing(data):
    assert svg_rules.svg_errors(data)


def test_large_file_is_not_read():
    assert "larger than 4 MiB" in svg_rules.svg_errors(b"<" * (svg_rules.MAX_BYTES + 1))[0][1]


@given(st.binary(max_size=100) | st.text("<>/=svg'\"&!-[] \n", max_size=60).map(str.encode))
def test_anything_is_read_or_refused(data):
    assert all(message for _, message in svg_rules.svg_errors(data))


@pytest.mark.parametrize(
    "path", sorted((resources.sample_feed() / "media").glob("*.svg")), ids=lambda p: p.stem
)
def test_drawings_of_the_sample_feed(path):
    assert svg_rules.svg_errors(path.read_bytes()) == []
