"""A visit with fingers, through the real Main.qml: from the first touch to a code that can be scanned."""

from dataclasses import replace
from functools import partial
from urllib.parse import parse_qs, urlsplit

import pytest

from kiosk.visitor.events import Home, Touched
from tests.ui.conftest import offering, turn_until
from tests.ui.qrcodes import read_qr


def visit_times(screen, language="ar", topic="housing"):
    for name in ("attract", f"language-{language}", f"topic-{topic}"):
        screen.touch(name)
    assert screen.page == "help"


@pytest.mark.parametrize("where", ["torget-desk", "kompassen-desk"])
@pytest.mark.parametrize("language", ["sv", "en", "ar", "so"])
def test_a_visit_ends_with_a_code_that_carries_topic_office_language_and_slot(
    screen_of, context_of, where, language
):
    context = context_of(where)
    screen = screen_of(context)
    visit_times(screen, language)
    slot = screen.names("slot-")[0]
    screen.touch(slot)
    assert screen.page == "ticket"
    links = read_qr(screen.picture())
    assert links[0] == links[1]
    parts = urlsplit(links[0])
    assert parts.path == f"/{context.office_id}/housing"
    asked = parse_qs(parts.query)
    assert asked["lang"] == [language]
    local = context.slots.slots[0].start.astimezone(context.feed.zone)
    assert asked["slot"][0].endswith(local.isoformat()[-6:])
    assert slot.split("/")[1][:16] <= asked["slot"][0][:16]


def test_nothing_can_be_touched_on_a_signage_screen(screen_of, context_of):
    screen = screen_of(context_of("torget-window"))
    window = screen.shell.window
    screen.tap(window.contentItem().boundingRect().center().toPoint())
    assert screen.page == "attract"


def test_home_and_back_are_on_every_page(screen_of, context_of):
    screen = screen_of(context_of())
    for name in ("attract", "language-so", "topic-study", "office-torget"):
        screen.touch(name)
        screen.item("home")
        screen.item("back")
    for page in ("help", "topic", "language", "attract"):
        screen.touch("back")
        assert screen.page == page


def test_a_change_of_language_keeps_the_place(screen_of, context_of):
    screen = screen_of(context_of())
    visit_times(screen, "sv")
    assert "Boka den här tiden" in screen.words()
    screen.touch("language")
    screen.touch("language-en")
    assert screen.page == "help"
    assert "Book this time" in screen.words()


def test_an_idle_visitor_is_asked_and_leaves_nothing(screen_of, context_of):
    screen = screen_of(context_of())
    visit_times(screen, "ar")
    screen.time.pass_by(61)
    screen.desk._tick()
    assert "هل ما زلت هنا؟" in screen.words()
    screen.touch("stay")
    assert screen.page == "help"
    assert not screen.desk.session.warned
    screen.time.pass_by(61)
    screen.desk._tick()
    screen.time.pass_by(21)
    screen.desk._tick()
    assert screen.page == "attract"
    assert screen.desk.language == "sv"
    assert not screen.pages.next_times.value.first
    assert not screen.pages.help_page.value.title


def test_a_second_quick_touch_starts_nothing(screen_of, context_of):
    screen = screen_of(context_of())
    screen.touch("attract")
    button = screen.item("language-sv")
    point = button.mapToScene(button.boundingRect().center()).toPoint()
    screen.time.pass_by(1)
    screen.tap(point)
    screen.tap(point)
    assert screen.page == "topic"


def test_old_free_times_are_unknown_and_never_none(screen_of, context_of):
    screen = screen_of(context_of())
    visit_times(screen, "sv")
    assert screen.names("slot-")
    screen.time.pass_by(16 * 60)
    screen.desk._reword()
    assert "senaste uppgift:" in screen.words()
    assert "10:10" in screen.words()
    assert "Inga lediga" not in screen.words()
    assert not [name for name in screen.names("slot-") if "T" in name]


def test_without_a_free_time_the_office_can_still_be_asked(screen_of, context_of):
    screen = screen_of(context_of(slots=None))
    visit_times(screen, "sv")
    screen.touch("office-torget")
    assert screen.page == "ticket"
    assert read_qr(screen.picture())[0].startswith("https://")
    assert "08-465 004" in screen.words()


def test_drop_in_times_show_as_such(screen_of, context_of):
    screen = screen_of(context_of())
    visit_times(screen, "sv", "study")
    assert "Kom i dag kl. \u206613:00–16:00\u2069. Du behöver inte boka." in screen.words()


def test_new_free_times_reach_a_visitor_who_looks_at_them(screen_of, context_of):
    context = context_of()
    screen = screen_of(context)
    visit_times(screen)
    gone = screen.names("slot-")[0]
    kept = tuple(s for s in context.slots.slots if f"slot-{s.office}/{s.start.isoformat()}" != gone)
    screen.shell.use(replace(context, slots=replace(context.slots, slots=kept)))
    assert screen.page == "help"
    assert gone not in screen.names("slot-")


def test_a_new_feed_waits_until_the_visitor_has_left(screen_of, context_of, sample):
    screen = screen_of(context_of())
    visit_times(screen)
    screen.shell.use(context_of(feed=offering(sample, "forms", "work")))
    assert screen.page == "help"
    assert screen.names("slot-")
    screen.touch("home")
    screen.touch("leave")
    assert screen.page == "farewell"
    screen.touch("home")
    turn_until(lambda: screen.page == "attract")
    screen.touch("attract")
    screen.touch("language-sv")
    assert "topic-housing" not in screen.names("topic-")


def test_slides_go_on_after_a_visitor_whose_page_could_not_be_said(screen_of, context_of, monkeypatch):
    screen, heard = screen_of(context_of()), []
    screen.desk.visitorCame.connect(lambda: heard.append("came"))
    screen.desk.visitorLeft.connect(lambda: heard.append("left"))

    def stumble(*_):
        raise KeyError("nobody thought of this")

    monkeypatch.setattr(screen.desk.pages, "update", stumble)
    with pytest.raises(KeyError):
        screen.desk.send(Touched())
    screen.time.pass_by(1)
    with pytest.raises(KeyError):
        screen.desk.send(Home())
    assert heard == ["came", "left"]


def test_a_screen_offers_its_topics_in_its_own_order(screen_of, context_of, sample):
    screen = screen_of(context_of(feed=offering(sample, "work", "housing")))
    screen.touch("attract")
    screen.touch("language-sv")
    assert screen.names("topic-") == ["topic-work", "topic-housing"]


def test_touch_of_a_slide_with_a_topic_opens_it_in_the_language_of_the_slide(screen_of, context_of):
    screen = screen_of(context_of())
    while screen.shown[-1][0] != "topic-forms":
        count = len(screen.shown)
        screen.shell.player.advance()
        turn_until(partial(is_longer, screen.shown, count))
    screen.touch("attract")
    assert (screen.page, screen.desk.session.topic) == ("help", "forms")
    assert screen.desk.language == screen.shown[-1][1]
    screen.touch("back")
    assert screen.page == "topic"


def test_topic_that_the_screen_does_not_offer_is_not_opened(screen_of, context_of, sample):
    screen = screen_of(context_of(feed=offering(sample, "work")))
    screen.desk.welcome("topic-forms", "ar")
    assert screen.page == "language"


def test_language_of_the_slide_that_was_touched_comes_first(screen_of, context_of):
    screen = screen_of(context_of())
    screen.desk.welcome("welcome", "so")
    languages = [row.code for row in screen.pages.language_page.value.languages]
    assert languages[:2] == ["so", "sv"]
    assert sorted(languages) == sorted(context_of().screen.languages)


def is_longer(shown, count):
    return len(shown) > count
