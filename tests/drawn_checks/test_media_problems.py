"""Warnings about media where they are used; the drawings are given as values."""

from pathlib import Path

import pytest

from kiosk.drawn_checks.finding import Use
from kiosk.drawn_checks.job import Proof
from kiosk.drawn_checks.media_problems import media_problems
from kiosk.feed import yaml_reader
from kiosk.feed.models import Feed
from kiosk.media.media_facts import MediaFacts
from kiosk.media.preparation import Prepared
from tests import feeds

FOLDER = Path("/feed")
WIDE = {"size": "1210 x 680", "resolution": "1920 x 1080", "distance": "4 m"}
SQUARE = MediaFacts("picture", 1000, 1000)
ADVICE = "`fit: contain` shows all of it, or use a picture of the shape of its place"


def reported(slide, facts, *uses, screen=WIDE, name="s", text="kind: x\n", path=""):
    """Return the problems of a feed with one slide and one file, drawn with these uses."""
    path = path or next(slide[key] for key in ("picture", "video", "document") if key in slide)
    screens = {"s1": feeds.screen(**screen)}
    base = feeds.feed({"p": {"slides": ["s"]}}, screens=screens)
    feed = feeds.valid(Feed, feeds.plain(base) | {"slides": {"s": slide}})
    prepared = Prepared(feed, FOLDER, {path: facts}, {})
    drawn = tuple(Use(str(FOLDER / path), *use) for use in uses)
    proof = Proof("f", "k", "s1", "sv", "slide", name, slide="s", uses=drawn)
    documents = {"slides/s.yaml": yaml_reader.read(text.encode(), "slides/s.yaml")}
    return [(str(each.position), each.message) for each in media_problems(prepared, [proof], documents)]


def messages(*given, **more):
    return [message for _, message in reported(*given, **more)]


@pytest.mark.parametrize(
    ("drawn", "wanted"),
    [
        ((1250, 1100), []),
        ((1260, 1100), ["too small: it has 1000 x 1000 pixels and is drawn as large as 1260 x 1100"]),
        ((400, 400), []),
        ((390, 390), ["needlessly large: it has 1000 x 1000 pixels; at most 390 x 390 can be seen"]),
    ],
)
def test_size_of_a_picture(drawn, wanted):
    assert messages({"kind": "picture", "picture": "media/a.png"}, SQUARE, drawn, (10, 10)) == wanted


def test_a_tall_poster_says_how_much_of_it_is_cut():
    poster, wide = MediaFacts("picture", 1080, 1920), (1920, 1080)
    slide = {"kind": "picture", "picture": "media/a.jpg"}
    text = "kind: picture\npicture: media/a.jpg\n"
    position, message = reported(slide, poster, wide, text=text)[1]
    assert (position, message) == ("slides/s.yaml:2:10", f"68% of media/a.jpg is cut off on s1; {ADVICE}")
    assert not any("cut off" in each for each in messages({**slide, "fit": "contain"}, poster, wide))


@pytest.mark.parametrize(
    ("kind", "width", "height", "cut"),
    [("picture", 1600, 1200, False), ("picture", 1000, 1000, True), ("message", 1000, 1000, False)],
)
def test_what_is_cut_by_little_is_not_reported(kind, width, height, cut):
    slide = {"kind": kind, "picture": "media/a.jpg"} | ({"title": "Hej"} if kind == "message" else {})
    found = messages(slide, MediaFacts("picture", width, height), (1920, 1080))
    assert any("cut off" in each for each in found) == cut


def test_a_drawing_is_cut_as_well():
    slide = {"kind": "picture", "picture": "media/a.svg"}
    assert "cut off" in messages(slide, MediaFacts("drawing", aspect=0.5), (1920, 1080))[0]


def test_a_page_that_is_not_there_is_reported_at_its_number():
    slide = {"kind": "pdf", "document": "media/a.pdf", "pages": [1, 7]}
    text = "kind: pdf\ndocument: media/a.pdf\npages: [1, 7]\n"
    assert reported(slide, MediaFacts("document", pages=1), text=text) == [
        ("slides/s.yaml:3:12", "there is no page 7: media/a.pdf has 1 page")
    ]


@pytest.mark.parametrize(
    ("distance", "line", "small"), [("4 m", 0.019, True), ("60 cm", 0.019, False), ("4 m", 0.08, False)]
)
def test_letters_of_a_page_that_cannot_be_read_from_where_people_stand(distance, line, small):
    slide = {"kind": "pdf", "document": "media/a.pdf"}
    facts = MediaFacts("document", pages=1, letters={1: line})
    found = messages(slide, facts, (1920, 1080, 764.0), screen={**WIDE, "distance": distance})
    assert ["too small to read from 4 m on s1" in each for each in found] == [True] * small


def test_each_file_of_a_slide_is_looked_at():
    """Not one that the set of them happens to begin with."""
    slide = {
        "kind": "welcome",
        "title": "Hej",
        "picture": "media/a.jpg",
        "pictures": {"closed": "media/a.mp4"},
    }
    found = messages(slide, MediaFacts("film", 64, 36), path="media/a.mp4")
    assert any("`kind: video` shows it" in each for each in found)


@pytest.mark.parametrize(("seconds", "cut"), [(119, False), (120.3, False), (185.2, True)])
def test_a_film_longer_than_its_dwell_is_reported(seconds, cut):
    found = messages({"kind": "video", "video": "media/a.mp4"}, MediaFacts("film", 640, 360, seconds=seconds))
    wanted = "media/a.mp4 takes 186 s and is cut off after 120 s; write dwell: 186 s, or shorten the film"
    assert found == [wanted] * cut


@pytest.mark.parametrize(("motion", "wanted"), [(True, False), (False, True)])
def test_a_plain_frame_is_reported_where_nothing_moves(motion, wanted):
    facts = MediaFacts("film", 640, 360, seconds=9, still_is_plain=True)
    found = messages({"kind": "video", "video": "media/a.mp4"}, facts, screen={**WIDE, "motion": motion})
    assert any("without motion" in each for each in found) == wanted


@pytest.mark.parametrize(
    ("slide", "facts", "wanted"),
    [
        ({"kind": "video", "video": "media/a.jpg"}, SQUARE, "is a picture, and here a film"),
        ({"kind": "picture", "picture": "media/a.mp4"}, MediaFacts("film", 64, 36), "`kind: video` shows it"),
        ({"kind": "pdf", "document": "media/a.svg"}, MediaFacts("drawing", aspect=1), "here a document"),
    ],
)
def test_a_slide_that_names_another_kind_of_file_is_reported_where_it_does(slide, facts, wanted):
    key = next(iter(slide.keys() - {"kind"}))
    position, message = reported(slide, facts, text=f"kind: x\n{key}: y\n")[0]
    assert position == f"slides/s.yaml:2:{len(key) + 3}"
    assert wanted in message
