"""The size of letters on a screen that is only looked at, by its millimetres and its readers' distance."""

import pytest

from kiosk.drawn_checks.items import texts, value
from kiosk.drawn_checks.letter_size import least_px
from kiosk.feed.models import Screen
from tests import feeds
from tests.drawn_checks.conftest import faults

WINDOW = {"size": "1210 x 680", "distance": "4 m"}
TALL = WINDOW | {"size": "680 x 1210", "resolution": "1080 x 1920"}
MESSAGE = {"kind": "message", "title": {"sv": "Kom in"}, "text": {"sv": "Vi hjälper dig."}}


def sizes(window):
    return {round(value(text, "fontInfo.pixelSize")) for text in texts(window.contentItem())}


@pytest.mark.parametrize(
    ("changes", "needed"),
    [
        (WINDOW, 80),
        (WINDOW | {"resolution": "3840 x 2160"}, 161),
        ({"size": "1210 x 680", "distance": "2 m"}, 40),
        ({"distance": "20 cm"}, 18),  # 4.8 mm at least
    ],
)
def test_what_is_needed_follows_millimetres_and_distance(changes, needed):
    assert round(least_px(feeds.valid(Screen, feeds.screen(**changes)))) == needed


TITLE = {"sv": "Kom in"}
TEMPLATES = {
    "poster": {"kind": "poster", "picture": "media/a.png", "title": TITLE},
    "event": {"kind": "event", "title": TITLE, "day": "2026-11-28", "hours": "11:00-15:00", "place": "Salen"},
    "topic": {"kind": "topic", "topic": "home", "face": "media/a.png", "text": {"sv": "Jag hjälper dig."}},
}
LONG = {"sv": 4 * "Ett meddelande som ingen hinner läsa på fyra meters håll. "}


@pytest.mark.parametrize("size", [WINDOW, TALL])
@pytest.mark.parametrize("kind", TEMPLATES)
def test_templates_for_a_wall_are_read_from_four_metres(draw, picture, kind, size):
    picture()
    drawings = draw(TEMPLATES[kind], **size)
    assert [finding for drawing in drawings for finding in drawing.findings] == []
    assert min(sizes(draw.window())) >= 79


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("language", ["fi", "so"])  # of the longest names
def test_every_month_fits_on_its_leaf(draw, language, month):
    slide = TEMPLATES["event"] | {"day": f"2027-{month:02}-17"}
    drawings = draw(slide, **TALL, language=language, languages=["sv", language])
    assert [finding for drawing in drawings for finding in drawing.findings] == []


def test_a_day_of_the_forecast_is_read_from_four_metres(draw):
    slide = {"kind": "weather", "title": TITLE, "source": "weather"}
    first, *others = draw(slide, **WINDOW, language="en", languages=["sv", "en"])
    assert [finding for drawing in (first, *others) for finding in drawing.findings] == []


@pytest.mark.parametrize("kind", ["poster", "event"])
def test_too_many_words_on_a_template_are_reported(draw, picture, kind):
    picture()
    drawings = draw(TEMPLATES[kind] | {"title": LONG}, **WINDOW)
    assert {fault for drawing in drawings for fault in faults(drawing)} & {"SMALL", "FIT"}


@pytest.mark.parametrize(("resolution", "scale"), [("1920 x 1080", 1), ("3840 x 2160", 2)])
def test_three_sizes_for_four_metres(draw, resolution, scale):
    (drawing,) = draw(MESSAGE, **WINDOW, resolution=resolution)
    assert drawing.findings == ()
    shown = sizes(draw.window())
    assert {216 * scale, 108 * scale} <= shown
    assert min(shown) >= 79 * scale


@pytest.mark.parametrize(
    ("words", "changes", "wrong"),
    [
        ("Kom in", {}, set()),
        ("Kom in " * 40, {}, {"SMALL"}),
        ("Kom in", {"size": "531 x 299"}, {"SMALL"}),  # a screen for a desk, seen from four metres
        ("Kom in " * 40, {"touch": True}, {"FIT"}),
    ],
)
def test_letters_too_small_for_their_distance_are_found(draw, words, changes, wrong):
    slide = MESSAGE | {"title": {"sv": words.strip()}}
    (drawing,) = draw(slide, **(WINDOW | {"touch": False} | changes))
    assert set(faults(drawing)) - {"QR_SIZE"} == wrong


def test_times_without_room_are_left_out_whole(draw):
    slide = {"kind": "times", "title": {"sv": "Nästa lediga tider"}}
    (drawing,) = draw(slide, **WINDOW)
    assert drawing.findings == ()


def test_the_bar_fits_a_wall_that_is_drawn_after_a_screen_with_touch(draw):
    draw(MESSAGE, touch=True)
    (drawing,) = draw(MESSAGE, **WINDOW)
    assert drawing.findings == ()
