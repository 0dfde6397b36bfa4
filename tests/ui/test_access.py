"""The desk by keys and by many fingers; and nothing that made it easier is left for the next visitor."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.ui.desk.accessibility import AccessibilityState
from kiosk.visitor.session import Session
from tests.ui.conftest import turn_until
from tests.ui.walk import go, settle


def press(screen, *keys):
    for key in keys:
        screen.time.pass_by(0.5)
        QTest.keyClick(screen.shell.window, key)
        settle()


def focused(screen):
    item = screen.shell.window.activeFocusItem()
    return item.objectName() if item else ""


def focus_on(screen, name):
    """Step on with one key until an item has the focus."""
    for _ in range(60):
        if focused(screen) == name:
            return
        press(screen, Qt.Key.Key_Tab)
    pytest.fail(f"{name} cannot be reached by Tab; at {focused(screen)!r}")


@pytest.fixture
def screen(screen_of, context_of):
    screen = screen_of(context_of())
    screen.shell.window.requestActivate()
    turn_until(screen.shell.window.isActive)
    return screen


def test_whole_way_by_two_keys(screen):
    press(screen, Qt.Key.Key_Return)
    for name, page in (("language-so", "topic"), ("topic-housing", "help")):
        focus_on(screen, name)
        press(screen, Qt.Key.Key_Return)
        assert screen.page == page
    focus_on(screen, screen.names("slot-")[0])
    press(screen, Qt.Key.Key_Space)
    assert screen.page == "ticket"


def test_one_key_begins_a_visit_that_is_read_aloud_and_ends_the_reading(screen):
    press(screen, Qt.Key.Key_F1)
    assert (screen.page, screen.desk.session.ease.listening) == ("language", True)
    assert screen.shell.read_aloud._speaker.heard[-1] == ("sv", "Svenska")
    press(screen, Qt.Key.Key_F1)
    assert not screen.desk.session.ease.listening


def test_arrows_walk_and_escape_goes_back(screen):
    go(screen, "topic", "sv")
    press(screen, Qt.Key.Key_Down)
    first = focused(screen)
    press(screen, Qt.Key.Key_Right)
    assert focused(screen) not in {"", first}
    press(screen, Qt.Key.Key_Left)
    assert focused(screen) == first
    press(screen, Qt.Key.Key_Escape)
    assert screen.page == "language"


def test_arrows_follow_the_direction_of_reading(screen):
    go(screen, "topic", "ar")
    press(screen, Qt.Key.Key_Down)
    first = focused(screen)
    press(screen, Qt.Key.Key_Left)
    assert focused(screen) not in {"", first}


def test_focus_is_seen_and_turns_a_long_page_to_itself(screen):
    go(screen, "topic", "sv", largerText=2)
    focus_on(screen, "topic-work")
    item = screen.item("topic-work")
    assert item.property("visualFocus")
    place = item.mapToScene(item.boundingRect().center())
    assert 0 < place.y() < screen.item("home").mapToScene(QPoint(0, 0)).y()


def test_keys_answer_the_warning(screen):
    go(screen, "warning", "sv")
    assert focused(screen) == "stay"
    press(screen, Qt.Key.Key_Return)
    assert not screen.desk.session.warned


def test_a_word_can_be_typed(screen):
    go(screen, "search", "sv")
    press(screen, Qt.Key.Key_B, Qt.Key.Key_O)
    assert "bo" in screen.words()
    press(screen, Qt.Key.Key_Backspace)
    assert screen.desk.session.query == "b"


def test_letters_lead_to_a_topic(screen):
    go(screen, "search", "sv")
    for letter in "bos":
        screen.touch(f"letter-{letter}")
    screen.touch(screen.names("topic-")[0])
    assert screen.pages.help_page.value.title == "Söka bostad"


def test_nothing_of_a_visitor_is_left(screen):
    go(
        screen,
        "ticket",
        "ar",
        largerText=2,
        toggleContrast=1,
        toggleLower=1,
        toggleListening=1,
        changeVolume=0,
    )
    screen.touch("home")
    screen.touch("leave")
    assert screen.page == "attract"
    assert screen.desk.session == Session(last_touch=screen.desk.session.last_touch)
    assert not screen.pages.parts._open
    assert screen.pages.accessibility.value == AccessibilityState(1.0, False, False, False, 0.5)


def test_nothing_of_a_visitor_is_in_the_log(screen, caplog):
    caplog.set_level(0)
    go(screen, "ticket", "so")
    screen.touch("home")
    screen.touch("leave")
    assert not [r for r in caplog.records if "housing" in r.getMessage() or "so" in r.getMessage().split()]


def test_ten_fingers_choose_one_thing(screen):
    go(screen, "topic", "sv")
    screen.time.pass_by(1)
    points = [_middle(screen.item(name)) for name in screen.names("topic-")[:8]]
    touch = QTest.touchEvent(screen.shell.window, screen.finger)
    for number, point in enumerate(points):
        touch.press(number, point, screen.shell.window)
    touch.commit()
    touch = QTest.touchEvent(screen.shell.window, screen.finger)
    for number, point in enumerate(points):
        touch.release(number, point, screen.shell.window)
    touch.commit()
    assert screen.page == "help"


def test_a_long_press_is_a_touch(screen):
    go(screen, "topic", "sv")
    screen.time.pass_by(1)
    point, window = _middle(screen.item("topic-study")), screen.shell.window
    QTest.touchEvent(window, screen.finger).press(0, point, window).commit()
    screen.time.pass_by(30)
    QTest.touchEvent(window, screen.finger).stationary(0).commit()
    QTest.touchEvent(window, screen.finger).release(0, point, window).commit()
    assert (screen.page, screen.pages.help_page.value.title) == ("help", "Studie- och yrkesvägledning")


def test_a_finger_that_slides_away_chooses_nothing(screen):
    go(screen, "topic", "sv")
    screen.time.pass_by(1)
    point, window = _middle(screen.item("topic-study")), screen.shell.window
    QTest.touchEvent(window, screen.finger).press(0, point, window).commit()
    QTest.touchEvent(window, screen.finger).move(0, QPoint(3, 3), window).commit()
    QTest.touchEvent(window, screen.finger).release(0, QPoint(3, 3), window).commit()
    assert screen.page == "topic"


@pytest.mark.parametrize("point", [QPoint(-50, 20), QPoint(5000, 5000), QPoint(20, -1)])
def test_a_touch_off_the_screen_is_none(screen, point):
    go(screen, "topic", "sv")
    screen.tap(point)
    assert screen.page == "topic"


def _middle(item):
    return item.mapToScene(item.boundingRect().center()).toPoint()
