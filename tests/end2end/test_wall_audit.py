"""The audit on screens that are only looked at, every slide with the bar; planted faults make it fail."""

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtGui import QColor

from kiosk.drawn_checks.live_samples import live_sample
from kiosk.feed.localized_text import Text
from kiosk.feed.slides import MessageSlide, PosterSlide, TopicSlide
from kiosk.feed.written_sizes import Size
from kiosk.feed.written_times import TimeRange
from tests.ui.audit import wall_faults
from tests.ui.conftest import TUESDAY, sample_feed, turn_until
from tests.ui.slides.test_player import playing
from tests.ui.walk import settle

SAMPLE = sample_feed()
WALL = SAMPLE.screens["torget-window"]
TALL = replace(WALL, size=Size(680, 1210), resolution=Size(1080, 1920))
ADDED = {
    "poster": PosterSlide(
        kind="poster", title=Text({"sv": "Kom in!", "ar": "تفضلوا!"}), picture="media/talk.svg"
    ),
    "face": TopicSlide(kind="topic", topic="forms", face="media/talk.svg", text=Text("Jag hjälper dig.")),
}
SILENT = {"picture-square", "picture-table", "no-queue", "way-to-the-desk"}
"""Slides of the sample feed that are pictures, with words of their own on them."""


@pytest.fixture
def show(screen_of, context_of):
    """Open a wall on these slides, which do not give way by themselves; gives it, and how it is declared."""

    def make(*names, language="sv", wall=WALL, **slides):
        declared = replace(wall, slide_languages=(language,), motion=False)
        feed = playing(SAMPLE, *names)
        feed = replace(
            feed,
            slides={**feed.slides, **ADDED, **slides},
            screens={**feed.screens, "torget-window": declared},
            notices={},
        )
        live = live_sample(feed, TUESDAY)
        return screen_of(context_of("torget-window", feed=feed, live=live)), declared

    return make


def shown_one_by_one(screen, count):
    """Yield each slide as it is seen."""
    for _ in range(count):
        settle()  # words are fitted into their room once it is known
        yield screen.shown[-1][0]
        before = len(screen.shown)
        screen.shell.player.advance()
        turn_until(lambda before=before: len(screen.shown) > before and screen.shell.settled)


EVENING = replace(WALL, evening=TimeRange.parse("00:00-24:00"))


@pytest.mark.parametrize(
    ("wall", "language"),
    [*product([WALL, TALL], WALL.languages), (EVENING, "sv")],
)
def test_every_slide_can_be_read_from_afar(show, wall, language):
    names = sorted({*SAMPLE.slides, *ADDED} - SILENT)
    screen, declared = show(*names, language=language, wall=wall)
    seen, found = set(), []
    for slide in shown_one_by_one(screen, len(names)):
        seen.add(slide)
        found += [f"{slide}: {fault}" for fault in wall_faults(screen, declared)]
    assert found == [], "\n".join(found)
    assert seen == {*names}


LONG = Text("Ett meddelande som är alldeles för långt. " * 12)
MESSAGE = MessageSlide(kind="message", title=Text("Hej"), text=Text("Kom in."))


def plant(screen, **changes):
    """Change the first words of the slide."""
    words = next(
        item
        for item in screen.items()
        if item.inherits("QQuickText") and item.property("text") in {"Hej", "Kom in."}
    )
    for name, value in changes.items():
        words.setProperty(name, value)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"scale": 1.0, "color": QColor("#EDE7DA")}, "has a contrast of"),
        ({"text": "\ue000"}, "has letters that no font can draw"),
        ({"width": 20.0}, "is wider than its place"),
        ({"x": 1700.0}, "is cut"),
    ],
)
def test_a_fault_that_is_planted_is_found(show, changes, fault):
    screen, declared = show("planted", planted=MESSAGE)
    assert list(wall_faults(screen, declared)) == []
    plant(screen, **changes)
    assert any(fault in found for found in wall_faults(screen, declared))


def test_words_that_are_too_many_are_too_small_or_cut(show):
    screen, declared = show("planted", planted=replace(MESSAGE, text=LONG))
    assert any("has capitals of" in fault or "is cut" in fault for fault in wall_faults(screen, declared))


def test_words_that_lie_on_each_other_are_found(show):
    screen, declared = show("planted", planted=MESSAGE)
    title, text = (
        item
        for item in screen.items()
        if item.inherits("QQuickText") and item.property("text") in {"Hej", "Kom in."}
    )
    text.setY(title.y())
    assert any("overlaps" in fault for fault in wall_faults(screen, declared))


def test_a_desk_that_is_declared_a_wall_is_found(show):
    screen, declared = show("planted", planted=MESSAGE)
    screen.shell.display.use(replace(declared, touch=True), moves=False)
    assert any("can be touched" in fault for fault in wall_faults(screen, declared))
