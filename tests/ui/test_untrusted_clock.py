"""Without a trusted time nothing is said that depends on it: on no slide, bar, page or paper."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.signage.rotation import Turn
from kiosk.ui.desk.ticket_image import Words
from kiosk.ui.phrases import SOURCES, phrases
from kiosk.ui.slides.slide_contents import office_content, slide_contents
from kiosk.ui.slides.slide_queue import LIVE
from tests.ui.audit import leaves
from tests.ui.conftest import TUESDAY, turn_until
from tests.ui.slides.test_player import from_to, playing, with_takeover
from tests.ui.walk import PAGES, go, settle

BY_THE_TIME = (
    "today",
    "tomorrow",
    "open_until",
    "closed_opens",
    "closed_today_opens",
    "holiday_opens",
    "short_until",
    "staff_until",
    "unknown_since",
    "unknown_since_short",
    "none_free",
    "as_of",
    "as_of_day",
    "come_now",
    "come_today",
    "drop_in",
)
"""Each phrase that is only right at some time; a new phrase has to be put here or below."""

AT_ANY_TIME = set(SOURCES) - set(BY_THE_TIME)
LANGUAGES = ("sv", "en", "ar", "so")


def written(language):
    """Return a pattern for each phrase that depends on the time, as the language has it."""
    for name in BY_THE_TIME:
        parts = re.split(r"%\d", phrases(language).say(name))
        words = r".+".join(map(re.escape, parts))
        yield name, re.compile(rf"(?<!\w){words.strip()}(?!\w)", re.IGNORECASE | re.DOTALL)


def time_words_in(words, *languages):
    return [
        (name, found[0])
        for language in languages
        for name, pattern in written(language)
        if (found := pattern.search(words))
    ]


def test_every_phrase_is_judged():
    assert {
        "open",
        "closed", "opening_hours", "touch_here", "unknown", "unknown_short", "next_free", "choose_language",
        "show_at_desk", "i_want_time", "i_want_help", "topic", "when", "where", "phone", "mail", "to_book",
        "scan_to_book", "scan_to_call", "scan_to_write", "book_at_desk", "web", "or_call", "or_write",
        "not_booked", "kilometres", "metres", "day_at", "day_hours", "long_day", "short_day", "short_date",
        # of live data, whose slides are passed over while the clock is not trusted
        "all_day", "wait_time", "waiting", "minutes_short", "leaves_now", "exercise", "warning",
        "here", "confirm_link", "confirm_email", "confirm_voice", "confirmed", "change", "bring", "code",
        "speech_hint",
    } == AT_ANY_TIME  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_patterns_find_what_a_trusted_clock_says(context_of, language):
    context = context_of()
    found = {
        name for name, _ in time_words_in(words_of(office_content(context, language, TUESDAY)), language)
    }
    assert {"today", "open_until"} <= found


def words_of(content):
    rows = [f"{row.label}\n{row.detail}" for row in content.rows]
    return "\n".join([content.title, content.body, content.state, content.footnote, *rows])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_slide_is_worded_by_it(qapp, context_of, sample, language):
    for where in sample.screens:
        context = context_of(where)
        shown = [office_content(context, language, None)]
        for slide in sample.slides.values():
            if slide.kind in LIVE:
                shown += slide_contents(slide, context, language, None)
            elif slide.kind in {"text", "qr"}:
                assert slide_contents(slide, context, language, None) == slide_contents(
                    slide, context, language, TUESDAY
                )
        for content in shown:
            assert time_words_in(words_of(content), language) == [], content
            assert not content.is_open
            if content.kind == "hours":
                assert not any(row.emphasis for row in content.rows)


def one_of_each_kind(feed):
    return {slide.kind: name for name, slide in sorted(feed.slides.items())}


@pytest.mark.parametrize("kind", ["message", "welcome", "topic", "hours", "times", "text", "qr"])
@pytest.mark.parametrize("where", ["torget-desk", "torget-window"])
def test_no_slide_with_its_bar_is_drawn_by_it(screen_of, context_of, sample, where, kind):
    feed = playing(sample, one_of_each_kind(sample)[kind])
    screen = screen_of(context_of(where, feed=feed), trusted=lambda: False)
    for _ in LANGUAGES:
        assert time_words_in(screen.words(), *LANGUAGES) == []
        assert not [each for each in screen.items() if "OpenPill" in each.metaObject().className()]
        screen.shell.bar._turn()
        QCoreApplication.processEvents()


def test_the_last_resort_is_not_drawn_by_it(screen_of, context_of, sample):
    screen = screen_of(trusted=lambda: False)
    screen.shell.use(context_of(feed=replace(sample, playlists={})))
    turn_until(lambda: screen.shell.player.seen and screen.shell.settled)
    assert "Öppettider" in screen.words()
    assert time_words_in(screen.words(), "sv") == []
    assert screen.shell.bar.property("officeState") == ""


@pytest.mark.parametrize("language", ["sv", "ar"])
@pytest.mark.parametrize("where", ["torget-desk", "kompassen-desk"])
def test_no_page_is_drawn_by_it_even_if_it_was_open_before(screen_of, context_of, where, language):
    believed = [True]
    screen = screen_of(context_of(where), trusted=lambda: bool(believed))
    for page in PAGES:
        for topic in ("housing", "study") if page == "help" else ("housing",):
            believed[:] = [True]
            go(screen, page, language, topic)
            believed.clear()
            screen.desk._reword()
            screen.shell.bar._refresh()  # bar and slide are seen behind the desk
            screen.shell.player._reconsider()
            settle()
            for _ in leaves(screen):
                assert time_words_in(screen.words(), language, "sv") == [], page
                assert "No times are left" not in screen.words()
                assert not [name for name in screen.names("slot-") if "T" in name]
            slip = "\n".join(part.text for part in screen.desk.printed_parts() if isinstance(part, Words))
            assert time_words_in(slip, language, "sv") == []
            assert not re.search(r"\d\d:\d\d", slip)


def test_it_chooses_no_slide(screen_of, context_of, sample):
    """What has dates or hours is passed over, and the turn goes by dwell times alone."""
    feed = with_takeover(playing(sample, "welcome"), "closed-today", when=from_to("2026-11-24", "2026-11-24"))
    screen = screen_of(context_of(feed=feed), trusted=lambda: False)
    assert screen.shell.player._queue.turn == Turn("welcome", "sv", 0, 0)
    assert not screen.shell.player.taken_over


def test_words_come_back_with_the_time(screen_of, context_of, sample):
    believed = []
    screen = screen_of(context_of(feed=playing(sample, "hours")), trusted=lambda: bool(believed))
    assert "Öppet nu" not in screen.words()
    believed.append(True)
    screen.shell.player._reconsider()
    screen.shell.bar._turn()
    screen.shell.bar._place = 0
    screen.shell.bar._refresh()
    assert "Öppet nu" in screen.words()
