"""How pages come: forward in the direction of reading, back the other way, at once where nothing may move."""

from dataclasses import replace

import pytest

from kiosk.visitor.events import AskedPerson, Back, ChoseLanguage, ChoseTopic, Touched
from tests.ui.conftest import theme_of, turn_until
from tests.ui.walk import act, leave


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
