"""How pages come: forward in the direction of reading, back the other way, at once where nothing may move."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF

from kiosk.visitor.events import AskedPerson, Back, ChoseLanguage, ChoseTopic, Touched
from tests.ui.conftest import theme_of, turn_until
from tests.ui.walk import act, leave, settle


@pytest.fixture
def visit(screen_of, context_of, sample):
    """Begin a visit on a screen that may move or not, in a language; gives the screen."""

    def begin(language, *, moves=True):
        screens = {name: replace(each, motion=moves) for name, each in sample.screens.items()}
        screen = screen_of(context_of(feed=replace(sample, screens=screens)))
        theme_of(screen.shell).setProperty("turnMs", 180)
        act(screen, screen.desk.send, Touched())
        assert shift(screen) == 0  # the desk itself is there at once
        act(screen, screen.desk.send, ChoseLanguage(language))
        return screen

    return begin


def shift(screen):
    return screen.item(f"page-{screen.page}").property("shift")


def come_to_rest(screen):
    turn_until(lambda: shift(screen) == 0)


@pytest.mark.parametrize(("language", "sign"), [("sv", 1), ("ar", -1)])
def test_forward_in_the_direction_of_reading_and_back_the_other_way(visit, language, sign):
    screen = visit(language)
    assert shift(screen) * sign > 0
    come_to_rest(screen)
    for event in (ChoseTopic("housing"), AskedPerson()):
        act(screen, screen.desk.send, event)
        assert shift(screen) * sign > 0
        come_to_rest(screen)
    for _ in range(2):
        act(screen, screen.desk.send, Back())
        assert shift(screen) * sign < 0
        come_to_rest(screen)


def test_nothing_of_a_page_leaves_the_screen_meanwhile(visit):
    screen = visit("sv")
    assert 0 < shift(screen) < theme_of(screen.shell).property("margin")


@pytest.mark.parametrize("language", ["sv", "ar"])
def test_where_nothing_may_move_a_page_is_there_at_once(visit, language):
    screen = visit(language, moves=False)
    assert shift(screen) == 0
    act(screen, screen.desk.send, ChoseTopic("housing"))
    assert shift(screen) == 0
    act(screen, screen.desk.send, Back())
    assert shift(screen) == 0


def test_the_next_visitor_begins_without_motion(visit):
    screen = visit("sv")
    leave(screen)
    act(screen, screen.desk.send, Touched())
    assert shift(screen) == 0


def chosen(screen):
    """Return where the chosen time is on its way: left, top and width; None while there is none."""
    found = [item for item in screen.items() if item.objectName() == "chosen-time"]
    return tuple(round(value) for value in (found[0].x(), found[0].y(), found[0].width())) if found else None


def choose_first_time(screen):
    """Touch the first time; return where it was, as `chosen` does."""
    act(screen, screen.desk.send, ChoseTopic("housing"))
    come_to_rest(screen)
    settle()
    button = screen.item(screen.names("slot-")[0])
    corner = button.mapToScene(QPointF(0, 0))
    start = round(corner.x()), round(corner.y()), round(button.width())
    screen.touch(button.objectName())  # which deletes it with its page
    return start


def fact(screen):
    """Return where the ticket says its time."""
    page = screen.item("page-ticket").property("item")
    item = page.property("chosenTime")
    corner = item.mapToScene(QPointF(0, 0))
    return round(corner.x()), round(corner.y()), round(item.width())


@pytest.mark.parametrize("language", ["sv", "ar"])
def test_the_chosen_time_travels_from_its_button_to_the_ticket(visit, language):
    screen = visit(language)
    come_to_rest(screen)
    start, seen = choose_first_time(screen), []
    assert screen.page == "ticket"
    assert chosen(screen) == start
    item = screen.item("chosen-time")
    item.xChanged.connect(lambda: seen.append(item.x()))
    turn_until(lambda: not chosen(screen))
    come_to_rest(screen)
    end = fact(screen)
    assert end != start
    assert len(seen) > 1
    spare = theme_of(screen.shell).property("turnFrom")  # the page of the ticket moves meanwhile
    assert abs(seen[-1] - end[0]) <= spare
    assert all(min(start[0], end[0]) - spare <= x <= max(start[0], end[0]) + spare for x in seen)


@pytest.mark.parametrize("size", [0, 2])
def test_it_ends_within_the_page_also_where_its_fact_is_on_another_part(visit, size):
    screen = visit("sv")
    for _ in range(size):
        act(screen, screen.pages.accessibility.largerText)
    come_to_rest(screen)
    choose_first_time(screen)
    come_to_rest(screen)
    settle()
    left, top, width = fact(screen)
    window = screen.shell.window
    assert left >= 0
    assert left + width <= window.width()
    assert 0 <= top <= window.height()


def test_where_nothing_may_move_no_time_travels(visit):
    screen = visit("sv", moves=False)
    choose_first_time(screen)
    assert screen.page == "ticket"
    assert chosen(screen) is None


def test_no_time_travels_to_any_other_page(visit):
    screen = visit("sv")
    come_to_rest(screen)
    act(screen, screen.desk.send, ChoseTopic("housing"))
    assert chosen(screen) is None
    act(screen, screen.desk.send, AskedPerson())
    assert chosen(screen) is None
