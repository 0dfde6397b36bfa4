"""How much of a page one part holds, and what is made for it."""

import pytest
from PySide6.QtCore import Qt

from kiosk.visitor.events import Back, ChoseTopic
from tests.ui.walk import act, go, settle


def made(item):
    """Yield the names of all items of a page, seen or not."""
    yield item.objectName()
    for child in item.childItems():
        yield from made(child)


@pytest.mark.parametrize("language", ["sv", "ar"])
@pytest.mark.parametrize("topic", ["appeal", "it-help"])
def test_a_topic_that_fits_has_one_part(screen_of, context_of, topic, language):
    screen = screen_of(context_of())
    go(screen, "help", language, topic=topic)
    assert not screen.names("later")


def test_the_way_past_all_days_fits_beside_the_last_of_them(screen_of, context_of):
    screen = screen_of(context_of("kompassen-desk"))
    go(screen, "days", "ar", largerText=2)
    assert not screen.names("later")
    assert screen.item("none-of-these").isVisible()


def test_no_room_is_kept_for_buttons_that_are_not_needed(screen_of, context_of):
    screen = screen_of(context_of())
    go(screen, "person", "sv", largerText=1)
    (area,) = [item.parentItem() for item in screen.items() if item.objectName() == "leaves"]
    assert area.property("room") == area.width()


def test_what_is_not_seen_is_not_made(screen_of, context_of):
    screen = screen_of(context_of())
    go(screen, "help", "sv", topic="appeal")
    names = set(made(screen.item("page-help")))
    assert not names & {"earlier", "later", "elsewhere"}
    go(screen, "help", "sv", largerText=2)
    assert {"earlier", "later", "elsewhere"} <= set(made(screen.item("page-help")))


def test_another_topic_begins_at_its_first_part(screen_of, context_of):
    screen = screen_of(context_of())
    go(screen, "help", "sv", largerText=2)
    screen.touch("later")
    settle()
    assert screen.item("earlier").isEnabled()
    act(screen, screen.desk.send, Back())
    act(screen, screen.desk.send, ChoseTopic("forms"))
    settle()
    assert screen.item("later").isEnabled()
    assert not screen.item("earlier").isEnabled()


def test_a_ticket_begins_at_its_first_part_and_the_page_before_it_where_it_was(screen_of, context_of):
    screen = screen_of(context_of())
    go(screen, "ticket", "sv", largerText=2)
    screen.touch("later")
    act(screen, screen.desk.send, Back())
    settle()
    screen.touch("later")
    screen.touch("earlier")
    screen.touch(screen.names("slot-")[0])
    settle()
    assert not screen.item("earlier").isEnabled()


def test_a_focused_button_has_a_ring_until_the_focus_leaves(screen_of, context_of):
    screen = screen_of(context_of())
    go(screen, "topic", "sv")
    before = screen.picture()
    button = screen.item("topic-housing")
    button.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert button.property("visualFocus")
    assert screen.picture() != before
    button.setFocus(False)
    settle()
    assert screen.picture() == before
