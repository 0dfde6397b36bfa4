"""The moments that words are measured at, and what comes of them on the slides that follow the clock."""

import re
from dataclasses import replace
from datetime import date

import pytest

from kiosk import resources
from kiosk.drawn_checks.items import painted, texts, visible_items
from kiosk.drawn_checks.moment import SAMPLE_DAY, by_rule
from kiosk.drawn_checks.moment import sample as sample_state
from kiosk.drawn_checks.slide_renderer import SlideRenderer
from kiosk.drawn_checks.states import Moments, desk_states, longest, office_moments, slide_states
from kiosk.feed.written_times import DayRange, TimeRange
from kiosk.ui.phrases import phrases
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.slides.attract_bar import office_words
from kiosk.ui.slides.slide_contents import slide_contents

pytestmark = pytest.mark.usefixtures("qapp")

SATURDAY = date(2026, 11, 28)


def context_at(feed, screen, state):
    return ScreenContext(
        feed, screen, lambda path: resources.sample_feed() / path, state.slots, device_moves=False
    )


@pytest.fixture
def studio(sample):
    """A studio of the sample feed; gives what it draws of a slide at a moment, or at all of them."""
    opened = []

    def draw(screen, slide, language, state=None):
        usual = state or sample_state(sample)
        studio = SlideRenderer(usual, "product", lambda _drawing: False, all_states=state is None)
        opened.append(studio)
        return list(studio.draw_slide(context_at(sample, screen, usual), slide, language))

    draw.window = lambda: opened[-1]._shell.window
    yield draw
    for each in opened:
        each.close()


def noon(feed, day):
    return by_rule(feed, sample_state(feed).now.replace(year=day.year, month=day.month, day=day.day))


def test_moments_have_every_kind_of_day(sample):
    office = sample.offices["torget"]
    context = context_at(sample, "torget-window", sample_state(sample))
    say = phrases("en")
    states = {office_words(context, "torget", say, each)[1] for each in office_moments(office, sample.zone)}
    for begin in (
        "Open now",
        "Closed. Opens tom",
        "Closed today. Opens",
        "Closed today, public",
        "Open today only",
    ):
        assert any(each.startswith(begin) for each in states), begin


def test_moments_cover_each_exception_of_an_office(sample):
    day = date(2031, 5, 14)
    office = replace(sample.offices["torget"], exceptions={DayRange(day, day): (TimeRange(433, 494),)})
    assert day in {moment.astimezone(sample.zone).date() for moment in office_moments(office, sample.zone)}


def test_slides_that_say_nothing_of_the_clock_have_one_state(sample):
    usual = sample_state(sample)
    context = context_at(sample, "torget-window", usual)
    assert slide_states(sample.slides["privacy"], context, "sv", usual, Moments()) == ()
    assert slide_states(sample.slides["next-times"], context, "sv", usual, Moments())


def test_longest_faces_are_those_that_need_most_room(sample):
    usual = sample_state(sample)
    context, slide = context_at(sample, "torget-window", usual), sample.slides["hours"]
    states = slide_states(slide, context, "sv", usual, Moments())
    states = [slide_contents(slide, context, "sv", state.now)[0] for state in states]
    chosen = [states[place] for place in longest(states)]
    assert max(len(content.rows) for content in chosen) == max(len(content.rows) for content in states)
    assert max(len(content.state) for content in chosen) >= max(len(content.state) for content in states) - 2
    assert len(chosen) <= 8


def test_desk_is_looked_at_with_times_far_ahead_and_unknown(sample):
    usual = sample_state(sample)
    context = context_at(sample, "torget-desk", usual)
    far, unknown = desk_states(context, "fi", Moments())
    assert all((slot.start - far.now).days > 2 for slot in far.slots.slots)
    assert (unknown.now - unknown.slots.generated_at).total_seconds() > sample.slots_valid_for


@pytest.mark.parametrize("screen", ["torget-window", "torget-desk", "kompassen-desk"])
@pytest.mark.parametrize("slide", ["next-times", "hours", "open-now"])
@pytest.mark.parametrize("language", ["sv", "ar", "so"])
def test_no_day_and_no_state_cuts_a_table(studio, sample, screen, slide, language):
    (only,) = studio(screen, slide, language)
    assert only.findings == ()


@pytest.mark.parametrize("language", ["sv", "ar", "fi"])
def test_table_uses_the_height_of_a_standing_screen(studio, sample, language):
    for day in (SAMPLE_DAY, SATURDAY):
        studio("kompassen-desk", "next-times", language, noon(sample, day))
        root = studio.window().contentItem()
        stage = next(item for item in visible_items(root) if item.objectName() == "stage")
        letters = [painted(text) for text in texts(stage)]
        used = max(each.bottom() for each in letters) - min(each.top() for each in letters)
        assert used > 0.6 * stage.height()


def test_times_are_not_parted_while_smaller_letters_do(studio, sample):
    studio("torget-window", "next-times", "sv", noon(sample, SATURDAY))
    lines = {
        text.property("lineCount")
        for text in texts(studio.window().contentItem())
        if re.fullmatch(r"\u2066?\d\d:\d\d\u2069?", text.property("text"))
    }
    assert lines == {1}
