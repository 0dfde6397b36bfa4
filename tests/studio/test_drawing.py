"""What the drawing process keeps from one picture to the next is never seen."""

import dataclasses
from dataclasses import replace

import pytest

from kiosk.cli.icons import icons
from kiosk.drawn_checks.items import painted, texts
from kiosk.feed.localized_text import Text
from kiosk.studio.core.project import Project
from kiosk.studio.drawing.draw_process import Drawer
from kiosk.studio.drawing.draw_requests import DrawnFeed, DrawnSlides, DrawRequest, slides_between
from kiosk.ui.scene import plain_words
from tests.studio.windows import NOW, SAMPLE

LANDSCAPE, PORTRAIT = ("torget-window", "torget-desk"), ("lyktan-desk", "kompassen-desk")


@pytest.fixture(scope="module")
def feed():
    return Project(SAMPLE, icons()).feed(NOW)


@pytest.fixture
def drawer(qapp, feed):
    drawer = Drawer()
    drawer.use(DrawnFeed(feed, SAMPLE, NOW))
    yield drawer
    drawer.close()


def one_of_each_kind(feed):
    return list({slide.kind: name for name, slide in feed.slides.items()}.values())


def reworded(slide, words):
    """Return a slide with other words in each of its texts."""
    texts = {
        field.name: Text(words)
        for field in dataclasses.fields(slide)
        if isinstance(getattr(slide, field.name), Text)
    }
    return replace(slide, **texts)


def layout(drawer):
    """Return each text that is seen, its size, and where it lies to the pixel."""
    root = drawer._renderer._shell.window.contentItem()
    return [
        (
            plain_words(each),
            each.property("font").pixelSize(),
            *(pytest.approx(side, abs=1) for side in painted(each).getRect()),
        )
        for each in texts(root)
    ]


@pytest.mark.parametrize(("screen", "other"), [LANDSCAPE, PORTRAIT])
def test_a_slide_with_other_words_is_drawn_as_if_it_were_new(feed, drawer, screen, other):
    for name in one_of_each_kind(feed):
        request = DrawRequest("key", screen, name, "sv")
        for words in ("Kort", "Mycket längre än förut " * 4, "Kort igen"):
            drawer.use_slides(DrawnSlides({name: reworded(feed.slides[name], words)}))
            drawn = drawer.draw(request)
            assert drawn.pixels, name
        kept = layout(drawer)
        drawer.draw(replace(request, screen=other))  # nothing is kept of what is drawn on another screen
        assert drawer.draw(request).findings == drawn.findings
        assert kept == layout(drawer), name


def test_a_thumbnail_is_the_same_picture_without_its_faults(feed, drawer):
    drawer.use_slides(DrawnSlides({"letter": reworded(feed.slides["letter"], "Mycket längre än förut " * 9)}))
    request = DrawRequest("key", LANDSCAPE[0], "letter", "sv")
    drawer.draw(request)  # the first picture of a window differs by some edges of letters
    drawn = drawer.draw(request)
    assert drawn.findings
    assert drawer.draw(replace(request, examined=False)) == replace(drawn, findings=())


def test_slides_of_one_screen_are_drawn_alike_in_any_order(feed, drawer):
    """The second of two is drawn in the window as the first one left it."""
    names = ("bring", "welcome", "topic-appeal")
    drawer.use(DrawnFeed(feed, SAMPLE, NOW))
    seen = {}
    for name in (*names, *reversed(names)):
        assert drawer.draw(DrawRequest("key", PORTRAIT[0], name, "sv")).pixels, name
        shown = layout(drawer)
        assert shown == seen.setdefault(name, shown), name
    assert len({repr(each) for each in seen.values()}) == len(names)


def test_files_are_looked_at_again_unless_only_words_differ(feed):
    letter, slides = feed.slides["letter"], feed.slides
    other = reworded(letter, "Hej")
    assert DrawnSlides({"letter": other}).differ_only_in_texts(slides)
    assert not DrawnSlides({"letter": replace(other, picture="media/forms.svg")}).differ_only_in_texts(slides)
    assert not DrawnSlides({"letter": None}).differ_only_in_texts(slides)
    assert not DrawnSlides({"letter": slides["news"]}).differ_only_in_texts(slides)
    assert not DrawnSlides({"new": other}).differ_only_in_texts(slides)


def test_only_the_slides_that_differ_are_sent(feed):
    old = DrawnFeed(feed, SAMPLE, NOW)
    slides = {name: each for name, each in feed.slides.items() if name != "news"}
    slides["letter"] = reworded(slides["letter"], "Hej")
    new = DrawnFeed(replace(feed, slides=slides), SAMPLE, NOW)
    between = slides_between(old, new)
    assert between == DrawnSlides({"letter": slides["letter"], "news": None})
    assert between.put_into(old) == new
    assert slides_between(old, DrawnFeed(replace(feed, notices={}), SAMPLE, NOW)) is None
