"""Playlists: order, screens and hours; and the week of a screen, drawn from the schedule it runs."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.feed.message_catalog import in_language
from kiosk.feed.models import When
from kiosk.feed.recurrence import Recurrence
from kiosk.feed.written_times import WeeklyHours
from kiosk.signage.schedule import Schedule
from kiosk.studio.core.playlist_files import moved, where_of
from kiosk.studio.core.repeat_words import rule_sentence, rules_from
from kiosk.studio.core.week_plan import DAY_MINUTES, box_reasons, week_boxes
from kiosk.studio.core.when_words import sentence
from kiosk.studio.window.rows_shown import slide_name
from tests.studio.test_window import click, write
from tests.studio.windows import draw_nothing, find, items, opened, until

pytestmark = pytest.mark.usefixtures("qapp")

MONDAY = date(2026, 11, 23)
CLOSED_WEEK = date(2030, 1, 14)
SUMMER_ENDS = date(2026, 10, 19)


@pytest.fixture
def window(tmp_path, monkeypatch):
    draw_nothing(monkeypatch)
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
    window.studio.refresh()
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
    model.add(["hours"])
    assert window.studio.feed.playlists["christmas"].slides == ("christmas", "hours")
    model.remove(0)
    model.remove(0)
    assert window.studio.feed.playlists["christmas"].slides == ("hours",)


def test_a_playlist_of_several_slides_is_made(window):
    window.window.setProperty("page", "playlists")
    assert until(lambda: find(window, "main"))
    click(window, find(window, "main"))
    assert until(lambda: popup(window, "pickerName"))
    write(window, popup(window, "pickerName"), "Vinter")
    for slide in ("letter", "bring", "privacy", "privacy"):
        name = slide_name(window.studio.feed, slide, "en")
        write(window, popup(window, "pickerFind"), name[:8].upper())
        assert until(lambda slide=slide: popup(window, f"pick/{slide}"), 5_000), picked(window)
        click(window, popup(window, f"pick/{slide}"))
    click(window, popup(window, "pickerYes"))
    model = window.studio.playlist_model
    assert model.key == "vinter"
    assert window.studio.feed.playlists["vinter"].slides == ("letter", "bring")
    model.add(["hours", "letter"])
    assert window.studio.feed.playlists["vinter"].slides == ("letter", "bring", "hours", "letter")
    assert model.part_tools.rename("Vår")
    assert model.part_tools.remove()
    assert "var" not in window.studio.feed.playlists


def test_the_keyboard_alone_picks_slides(window):
    window.window.setProperty("page", "playlists")
    assert until(lambda: find(window, "addSlides"))
    count = len(window.studio.feed.playlists["all"].slides)
    window.studio.playlist_model.open("all")
    click(window, find(window, "addSlides"))
    assert until(lambda: popup(window, "pickerSlides"))
    assert until(lambda: picked(window))
    QTest.keyClick(window.window, Qt.Key.Key_Tab)
    QTest.keyClick(window.window, Qt.Key.Key_Space)
    QTest.keyClick(window.window, Qt.Key.Key_Down)
    QTest.keyClick(window.window, Qt.Key.Key_Space)
    QTest.keyClick(window.window, Qt.Key.Key_Tab)
    QTest.keyClick(window.window, Qt.Key.Key_Return)
    assert until(lambda: len(window.studio.feed.playlists["all"].slides) == count + 2, 5_000)


def popup(window, name):
    """The visible item with a name in whatever is open over the page."""
    every = items(window.window.contentItem().parentItem() or window.window.contentItem())
    return next((each for each in every if each.objectName() == name and each.isVisible()), None)


def picked(window):
    names = [each.objectName() for each in items(popup(window, "pickerSlides")) if each.isVisible()]
    return [each for each in names if each.startswith("pick/")]


@pytest.mark.parametrize(
    ("rule", "since", "english"),
    [
        ("FREQ=WEEKLY", date(2026, 11, 24), "every week: Tuesdays"),
        ("FREQ=WEEKLY;INTERVAL=2", date(2026, 11, 25), "every second week: Wednesdays"),
        ("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR", date(2026, 11, 23), "every 3 weeks: Mondays, Fridays"),
        ("FREQ=MONTHLY;BYDAY=4TU", date(2026, 11, 24), "the fourth Tuesday of each month"),
        ("FREQ=MONTHLY;BYDAY=-1TU", date(2026, 11, 24), "the last Tuesday of each month"),
        ("FREQ=MONTHLY", date(2026, 11, 24), "on day 24 of each month"),
        ("FREQ=YEARLY", date(2026, 12, 6), "every year on 12-06"),
        (
            "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10,11,12,20",
            date(2026, 12, 10),
            "every year on 12-10–12-12, 12-20",
        ),
        (
            "FREQ=MONTHLY;BYSETPOS=2;BYDAY=MO,TU",
            date(2026, 12, 1),
            "by the rule FREQ=MONTHLY;BYSETPOS=2;BYDAY=MO,TU",
        ),
        ("FREQ=DAILY;COUNT=4", date(2026, 12, 1), "by the rule FREQ=DAILY;COUNT=4"),
    ],
)
def test_a_recurrence_is_a_sentence(rule, since, english):
    assert rule_sentence(rule, since) == english


@given(st.dates(date(2020, 1, 1), date(2060, 1, 1)))
def test_each_recurrence_on_offer_falls_on_its_first_day(since):
    for rule in rules_from(since):
        assert next(Recurrence.parse(rule).days(since)) == since
        assert not rule_sentence(rule, since).startswith("by the rule")


def test_rank_share_and_days_are_chosen_as_sentences(window):
    model, before = window.studio.playlist_model, window.studio.project.texts["playlists/all.yaml"]
    options = model.options_model
    assert (options.rank, options.share, options.takeover, options.repeat) == ("0", "", False, "")
    options.setRank("10")
    options.setShare("2")
    options.setTakeover(True)
    options.setRepeat("FREQ=WEEKLY;INTERVAL=2")
    options.setHolidays("skip")
    assert options.addExcluded("2026-12-24")
    assert not options.addExcluded("24 December")
    shown = window.studio.feed.playlists["all"]
    assert (shown.priority, shown.share, shown.takeover) == (10, 2, True)
    assert (f"{shown.when.since}", f"{shown.when.repeat}") == ("2026-11-25", "FREQ=WEEKLY;INTERVAL=2")
    assert model.whenText == (
        "from 2026-11-25, every second week: Wednesdays, not on public holidays, not on 2026-12-24; "
        "interrupts everything else"
    )
    options.removeExcluded("2026-12-24")
    options.setHolidays("")
    options.setRepeat("")
    model.part_form.write("when.since", "", "")
    window.studio.refresh()
    options.setTakeover(False)
    options.setShare("")
    options.setRank("0")
    after = window.studio.feed.playlists["all"]
    assert (after.priority, after.share, after.takeover, after.when) == (0, None, False, When())
    assert window.studio.project.texts["playlists/all.yaml"].startswith(before)


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
    assert window.studio.message == "Write the hours as 10:00-16:00, several with a comma between them."
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


def test_gaps_and_takeovers_are_told_in_words(window):
    model, project = window.studio.week_model, window.studio.project
    model.open("torget-window")
    assert model.summary == "Something is on all week, and nothing is hidden."
    project.change(
        "", {"playlists/busy.yaml": b"slides: [bring]\npriority: 5\nwhen: {hours: [wed 12:00-13:00]}\n"}
    )
    window.studio.refresh()
    assert model.summary == "A playlist is hidden by another: Wednesday 12:00-13:00"
    project.set("playlists/busy.yaml", ("takeover",), True)
    for name in [each for each in project.texts if each.startswith("playlists/") and "busy" not in each]:
        project.change("", {name: None})
    window.studio.refresh()
    gaps, takeovers = model.summary.splitlines()
    assert gaps.startswith("Nothing is on: Monday 00:00-24:00, ")
    assert gaps.endswith("and 4 more")
    assert takeovers == "Everything else is interrupted: Wednesday 12:00-13:00"
