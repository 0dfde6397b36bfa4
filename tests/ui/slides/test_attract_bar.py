"""The bar below the slides: a sign without words, the slide's language, and every other in turn."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.feed.slides import NowSlide
from kiosk.feed.written_sizes import Size
from kiosk.ui.slides.attract_bar import ROUND_MS
from kiosk.ui.slides.slide_contents import slide_contents
from tests.ui.conftest import TUESDAY


def a_round(bar):
    """Return all words of one round, and how long it takes in milliseconds."""
    first = bar.property("words")
    seen, spent = [first], bar._timer.interval()
    bar._turn()
    while bar.property("words") != first:
        seen.append(bar.property("words"))
        spent += bar._timer.interval()
        bar._turn()
    return " ".join(seen), spent


@pytest.mark.parametrize("where", ["torget-desk", "kompassen-desk", "lyktan-desk", "torget-window"])
def test_every_language_comes_round_within_20_seconds(screen_of, context_of, where):
    screen = screen_of(context_of(where))
    context = context_of(where)
    words, spent = a_round(screen.shell.bar)
    assert spent <= ROUND_MS == 20_000
    if context.screen.touch:
        assert all(context.feed.languages[code].name in words for code in context.screen.languages)
    else:
        assert all(word in words for word in ("Öppet", "Open", "مفتوح", "Furan"))


@pytest.mark.parametrize(("where", "most"), [("torget-window", 34), ("tall", 24)])
def test_words_of_thirteen_languages_have_room_side_by_side(screen_of, context_of, sample, where, most):
    every = tuple(sample.languages)
    window = replace(sample.screens["torget-window"], languages=every, slide_languages=every)
    tall = replace(window, resolution=Size(1080, 1920), size=Size(680, 1210))
    feed = replace(sample, screens={"torget-window": window, "tall": tall})
    for hours in (0, 10):
        screen = screen_of(context_of(where, feed=feed))
        screen.time.now += timedelta(hours=hours)
        groups = screen.shell.bar._groups(context_of(where, feed=feed))
        lines = [" · ".join(group) for group in groups]
        assert all(len(line) <= most or len(group) == 1 for line, group in zip(lines, groups, strict=True))
        assert len({word for group in groups for word in group}) >= 11  # some languages share a word


def test_it_speaks_the_language_of_the_slide(screen_of, context_of):
    screen = screen_of(context_of("torget-desk"))
    for language, rtl in (("ar", True), ("so", False)):
        screen.shell.player.slideShown.emit("welcome", language)
        assert (screen.shell.bar.property("language"), screen.shell.bar.property("rtl")) == (language, rtl)
        screen.shell.bar._turn()
        assert screen.shell.bar.property("language") == language


def test_free_times_that_come_do_not_change_its_language(screen_of, context_of):
    context = context_of("torget-desk")
    screen = screen_of(context)
    screen.shell.bar.speak("welcome", "ar")
    screen.shell.bar.use(replace(context, slots=None))
    assert screen.shell.bar.property("language") == "ar"


def test_pause_holds_the_bar_and_the_notices(screen_of, context_of):
    screen = screen_of(context_of("torget-desk"))
    bar, notices = screen.shell.bar, screen.shell.notices
    screen.touch("pause")
    held, looks = bar.property("words"), notices._looks
    for model in (bar, notices):
        model._turn()
    assert (bar.property("words"), notices._looks) == (held, looks)
    screen.touch("pause")
    for model in (bar, notices):
        model._turn()
    assert bar.property("words") != held
    assert notices._looks == looks + 1


@pytest.fixture
def showing(screen_of, context_of):
    return screen_of(context_of("torget-window"))


@pytest.mark.parametrize(
    ("hours_later", "is_open", "day", "hours"),
    [
        (0, True, "", "10–18"),  # Tuesday
        (10, False, "\u206625/11\u2069", "10–16"),
    ],
)
def test_the_sign_says_open_or_when_it_opens_in_digits(showing, hours_later, is_open, day, hours):
    screen = showing
    screen.time.now = TUESDAY + timedelta(hours=hours_later)
    screen.shell.bar._turn()
    bar = screen.shell.bar
    assert bar.property("officeOpen") is is_open
    assert bar.property("officeDay") == day
    assert bar.property("officeHours") == f"\u2066{hours}\u2069"


def test_nothing_of_the_hours_without_a_trusted_clock(screen_of, context_of):
    screen = screen_of(context_of("torget-window"))
    screen.time.now = None
    screen.shell.bar._turn()
    assert screen.shell.bar.property("officeHours") == ""
    assert "Öppet" not in screen.shell.bar.property("words")


@pytest.mark.parametrize("language", ["sv", "ar"])
def test_the_now_slide_says_it_in_digits_and_one_word_in_four_languages(context_of, language):
    slide = NowSlide(kind="now")
    (open_now,) = slide_contents(slide, context_of("torget-window"), language, TUESDAY)
    assert (open_now.is_open, open_now.hours) == (True, "\u206610–18\u2069")
    assert open_now.rows[0].detail == language
    assert {row.label for row in open_now.rows} == {"Öppet", "Open", "مفتوح", "Furan"}
    (shut,) = slide_contents(slide, context_of("torget-window"), language, TUESDAY + timedelta(hours=10))
    assert "Stängt" in {row.label for row in shut.rows}
    assert slide_contents(slide, context_of("torget-window"), language, None) == ()
