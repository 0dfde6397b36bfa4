"""Playlists: order, screens and hours; and the week of a screen, drawn from the schedule it runs."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.feed.message_catalog import in_language
from kiosk.feed.models import When
from kiosk.feed.written_times import WeeklyHours
from kiosk.signage.schedule import Schedule
from kiosk.studio.core.playlist_files import moved, where_of
from kiosk.studio.core.week_plan import DAY_MINUTES, box_reasons, week_boxes
from kiosk.studio.core.when_words import sentence
from tests.studio.windows import find, opened, until

pytestmark = pytest.mark.usefixtures("qapp")

MONDAY = date(2026, 11, 23)
CLOSED_WEEK = date(2030, 1, 14)
SUMMER_ENDS = date(2026, 10, 19)


@pytest.fixture
def window(tmp_path, monkeypatch):
    monkeypatch.setattr("kiosk.studio.drawing.draw_client.DrawClient.ask", lambda *_: None)
    shown = opened(tmp_path / "feed", "en")
    shown.studio.playlist_model.open("all")
    yield shown
    shown.close()


@given(st.lists(st.integers(), unique=True, min_size=1), st.data())
def test_a_move_keeps_every_slide(slides, data):
    places = st.integers(0, len(slides) - 1)
    start, to = data.draw(places), data.draw(places)
    found = moved(slides, start, to)
    assert found[to] == slides[start]
    assert [each for each in found if each != slides[start]] == [
        each for each in slides if each != slides[start]
    ]


@pytest.mark.parametrize(
    ("when", "english", "swedish"),
    [
        (When(), "always", "alltid"),
        (
            When(hours=(WeeklyHours.parse("tue 10:00-18:00"),), until=date(2026, 12, 12)),
            "Tuesdays 10:00-18:00, until 2026-12-12",
            "tisdagar 10:00-18:00, till och med 2026-12-12",
        ),
        (
            When(hours=(WeeklyHours.parse("mon-fri 08:00-12:00"),), holidays="skip"),
            "Mondays to Fridays 08:00-12:00, not on public holidays",
            "måndagar till fredagar 08:00-12:00, inte på helgdagar",
        ),
    ],
)
def test_when_is_a_sentence(when, english, swedish):
    assert (sentence(when), in_language(sentence(when), "sv")) == (english, swedish)


@pytest.mark.parametrize("monday", [MONDAY, CLOSED_WEEK, SUMMER_ENDS])
def test_a_week_is_what_the_screen_shows(window, monday):
    feed = window.studio.feed
    for screen in feed.screens:
        boxes, schedule = week_boxes(feed, screen, monday), Schedule(feed, screen)
        for day in range(7):
            mine = [each for each in boxes if each.day == day]
            assert (mine[0].start, mine[-1].end) == (0, DAY_MINUTES)
            assert [each.end for each in mine[:-1]] == [each.start for each in mine[1:]]
        assert all(schedule.at(each.at).playlists == each.playlists for each in boxes)


def test_a_takeover_says_what_it_hides(window):
    feed = window.studio.feed
    box = next(each for each in week_boxes(feed, "torget-window", CLOSED_WEEK) if each.takeover)
    assert (box.day, box.start, box.end) == (3, 0, DAY_MINUTES)
    assert "all" in box.hidden
    said = list(box_reasons(feed, box))
    assert f"all is hidden: {box.playlists[0]} interrupts everything else." in said


def test_a_gap_is_told(window):
    project = window.studio.project
    for name in [each for each in project.texts if each.startswith("playlists/") and "tuesday" not in each]:
        project.change("", {name: None})
    window.studio.look_again()
    feed = window.studio.feed
    boxes = week_boxes(feed, "lyktan-desk", MONDAY)
    assert boxes[0].playlists == ()
    assert "Nothing is on" in next(box_reasons(feed, boxes[0]))


def test_the_order_is_changed_with_the_keys(window):
    window.window.setProperty("page", "playlists")
    assert until(lambda: find(window, "order"))
    window.studio.playlist_model.open("all")
    before = list(window.studio.feed.playlists["all"].slides)
    order = find(window, "order")
    order.setProperty("currentIndex", 0)
    order.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.window, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window.window, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    after = window.studio.feed.playlists["all"].slides
    assert list(after) == moved(before, 0, 2)
    assert order.property("currentIndex") == 2
    assert b"# The everyday slides of every screen" in window.studio.project.texts["playlists/all.yaml"]


def test_the_order_is_changed_by_dragging(window):
    window.window.setProperty("page", "playlists")
    assert until(lambda: find(window, "order"))
    window.studio.playlist_model.open("all")
    before = list(window.studio.feed.playlists["all"].slides)
    window.window.grabWindow()
    start = find(window, "order").mapToScene(QPoint(220, 30)).toPoint()
    QTest.mousePress(window.window, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 16):
        QTest.mouseMove(window.window, start + QPoint(0, step * 8))
    QTest.mouseRelease(window.window, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 120))
    after = window.studio.feed.playlists["all"].slides
    assert until(lambda: list(window.studio.feed.playlists["all"].slides) != before, 5_000), after
    found = list(window.studio.feed.playlists["all"].slides)
    assert found.index(before[0]) in {1, 2}


def test_slides_are_added_and_the_last_one_stays(window):
    model = window.studio.playlist_model
    model.open("christmas")
    model.add("hours")
    assert window.studio.feed.playlists["christmas"].slides == ("christmas", "hours")
    model.remove(0)
    model.remove(0)
    assert window.studio.feed.playlists["christmas"].slides == ("hours",)


def test_ticks_are_the_screens(window):
    model, feed = window.studio.playlist_model, window.studio.feed
    assert model.notOn == []
    model.place("lyktan-desk", False)
    assert model.notOn == ["lyktan-desk"]
    model.place("lyktan-desk", True)
    assert model.notOn == []
    assert b"\nwhere" not in window.studio.project.texts["playlists/all.yaml"]
    with pytest.raises(ValueError, match=r"\[\]"):
        where_of(feed, [])
    model.open("christmas")
    for screen in ("torget-window", "torget-desk"):
        model.place(screen, False)
    assert len(model.notOn) == len(feed.screens) - 1


def test_hours_are_added_and_removed(window):
    model, before = window.studio.playlist_model, window.studio.project.texts["playlists/all.yaml"]
    assert model.addHours("mon-fri", "08:00-12:00, 13:00-17:00")
    assert model.whenText == "Mondays to Fridays 08:00-12:00, Mondays to Fridays 13:00-17:00"
    assert not model.addHours("daily", "8")
    model.removeHours(1)
    model.removeHours(0)
    assert window.studio.project.texts["playlists/all.yaml"] == before


def test_a_box_says_why_it_is_on(window):
    window.window.setProperty("page", "week")
    assert until(lambda: find(window, "box/0"))
    window.studio.week_model.choose(0)
    assert "all is on: always" in window.studio.week_model.why
    window.studio.week_model.turnWeek(1)
    assert window.studio.week_model.weekText.startswith("2026-11-30")
