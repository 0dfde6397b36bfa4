"""Each kind of fault that the desk once had is planted again, and the audit finds it."""

from dataclasses import replace

import pytest

from kiosk.ui.desk import next_times, ticket
from kiosk.ui.phrases import phrases
from kiosk.ui.slides import attract_bar
from kiosk.visitor import alike_letters, state_machine
from kiosk.visitor.events import Home
from tests.ui.audit import faults
from tests.ui.conduct import greeting_faults, pause_faults, search_faults, undo_faults
from tests.ui.page_rules import code_faults, rule_faults
from tests.ui.sweep import View, count_faults, open_leaves, part_faults
from tests.ui.walk import act, go, settle


@pytest.fixture
def at(screen_of, context_of):
    """Lead a desk to a page on which nothing is wrong."""

    def make(page, language="sv", topic="housing", **ease):
        screen = screen_of(context_of())
        go(screen, page, language, topic=topic, **ease)
        assert found(screen, page) == []
        return screen

    return make


def found(screen, page):
    """Return what the audit and the sweep find on the part that is shown."""
    read = faults(screen, colours=False)
    return [*read, *rule_faults(screen), *part_faults(screen, View(page, "sv"), 1)]


def of_kind(screen, kind):
    return [item for item in screen.items() if item.metaObject().className().startswith(f"{kind}_")]


def test_a_part_on_which_nothing_is(at):
    screen = at("help")
    open_leaves(screen)[0].childItems()[0].setOpacity(0)
    assert "is of one colour" in found(screen, "help")


def test_a_first_part_without_what_the_page_is_for(at):
    screen = at("help")
    for name in screen.names("slot-"):
        screen.item(name).setVisible(False)
    assert "does not show slot-" in found(screen, "help")


def test_a_page_of_too_many_parts(at):
    screen = at("ticket")
    (parts,) = of_kind(screen, "TicketParts")
    parts.setProperty("most", 1.0)
    settle()
    assert list(count_faults(View("ticket", "sv"), parts.property("count")))


def test_a_lower_mode_that_only_squeezes(at):
    screen = at("topic", toggleLower=1)
    (header,) = of_kind(screen, "PageHeader")
    header.setProperty("least", 0.0)
    settle()
    assert any("above the floor" in fault for fault in found(screen, "topic"))


def test_a_question_that_covers_the_code(at):
    screen = at("ticket")
    act(screen, screen.desk.send, Home())
    settle()
    assert list(code_faults(screen, screen.picture())) == []
    screen.item("warning").setHeight(screen.shell.window.height())
    assert list(code_faults(screen, screen.picture())) == ["has a code that cannot be read"]


def test_a_page_that_does_not_begin_with_when_to_come(at):
    screen = at("help", topic="study")
    of_kind(screen, "HighlightBand")[0].setVisible(False)
    assert "does not say that one can come without booking" in found(screen, "help")


def test_nothing_free_said_where_one_can_come_without_booking(at, monkeypatch):
    screen = at("help", topic="study")
    monkeypatch.setattr(next_times, "_warning", lambda *_: phrases("sv").say("none_free"))
    screen.desk._reword()
    settle()
    assert "says that nothing is free although one can come without booking" in found(screen, "help")


def test_a_ticket_without_its_three_steps(at, monkeypatch):
    screen = at("ticket")
    monkeypatch.setattr(ticket, "_steps", lambda *_: ("Skanna koden.",))
    screen.desk._reword()
    assert "has the steps 1" in found(screen, "ticket")


def test_a_ticket_that_does_not_say_that_nothing_is_booked(at):
    screen = at("ticket")
    of_kind(screen, "HighlightBand")[0].setVisible(False)
    assert "does not say that nothing is booked yet" in found(screen, "ticket")


def test_a_slot_of_the_control_bar_that_is_left_out(at):
    screen = at("help")
    screen.item("back").setVisible(False)
    assert "the control bar lacks back" in found(screen, "help")


def test_slots_of_the_control_bar_that_have_moved(at):
    screen = at("help", "ar")
    back, home = screen.item("back"), screen.item("home")
    one, other = back.x(), home.x()
    back.setX(other)
    home.setX(one)
    assert any("is in the order back, home" in fault for fault in found(screen, "help"))


def test_what_is_not_available_and_not_greyed(at):
    screen = at("language")
    screen.item("language").setOpacity(1)
    assert "language is not greyed although it is not available" in found(screen, "language")


def test_a_button_without_an_edge(at):
    screen = at("topic")
    button = screen.item("topic-housing")
    button.setProperty("edge", button.property("fill"))
    assert any("topic-housing: does not stand out" in fault for fault in found(screen, "topic"))


def test_a_bar_that_goes_on_while_the_slides_are_paused(screen_of, context_of, monkeypatch):
    screen = screen_of(context_of())
    assert list(pause_faults(screen)) == []
    monkeypatch.setattr(screen.shell.bar, "hold", lambda **_held: None)
    assert list(pause_faults(screen)) == ["the bar goes on while the slides are paused"]


def test_a_bar_that_speaks_another_language_than_the_slide(screen_of, context_of):
    screen = screen_of(context_of())
    assert list(greeting_faults(screen)) == []
    screen.shell.bar._language = "fi"
    assert list(greeting_faults(screen)) == ["the bar speaks fi over a slide in sv"]


def test_a_bar_whose_languages_take_too_long(screen_of, context_of, monkeypatch):
    screen = screen_of(context_of())
    for limit in ("ROUND_MS", "LONGEST_TURN_MS"):
        monkeypatch.setattr(attract_bar, limit, 90_000)
    assert any("s until every language was seen" in fault for fault in greeting_faults(screen))


def test_starting_over_that_cannot_be_undone(screen_of, context_of, monkeypatch):
    screen = screen_of(context_of())
    assert list(undo_faults(screen)) == []
    monkeypatch.setattr(state_machine, "_can_be_undone", lambda _session: False)
    assert list(undo_faults(screen)) == ["one touch ends the visit at once"]


def test_a_search_that_does_not_know_the_article(monkeypatch):
    assert list(search_faults()) == []
    arabic = replace(alike_letters.alphabet_of("ar"), variants=lambda _word: ())
    monkeypatch.setitem(alike_letters._ALPHABETS, "ar", arabic)
    assert "حاسوب does not find الحاسوب" in search_faults()


def test_a_search_that_does_not_know_the_forms_of_hamza(monkeypatch):
    arabic = replace(alike_letters.alphabet_of("ar"), folded={})
    monkeypatch.setitem(alike_letters._ALPHABETS, "ar", arabic)
    assert "احضر does not find أحضر" in search_faults()
