"""Offices and topics: the week, other hours, drop-in, the QR code as it will be, and the words of a topic."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.feed.office import Office
from kiosk.feed.problems import Severity
from kiosk.feed.written_times import DayRange, TimeRange, WeeklyHours
from kiosk.studio.core.office_hours import BadHoursError, month_of, overlapped, week_of, weekly_entries
from tests.studio.windows import SAMPLE, find, opened, until

pytestmark = pytest.mark.usefixtures("qapp")

RANGES = st.sampled_from(["08:00-12:00", "10:00-16:00", "13:00-16:30", "17:00-19:00", "22:00-02:00"])
WEEKS = st.lists(st.lists(RANGES, unique=True, max_size=3).map(", ".join), min_size=7, max_size=7)


@given(WEEKS)
def test_a_week_is_written_and_read_the_same(week):
    again = week_of([WeeklyHours.parse(each) for each in weekly_entries(week)])
    assert [set(each.split(", ")) for each in again] == [set(each.split(", ")) for each in week]


def test_a_usual_week_takes_few_lines():
    week = ["10:00-16:00", "10:00-18:00", "10:00-16:00", "10:00-16:00", "10:00-14:00", "", ""]
    assert weekly_entries(week) == ["mon, wed, thu 10:00-16:00", "tue 10:00-18:00", "fri 10:00-14:00"]
    assert weekly_entries(["9:00-12:00"] * 5 + ["", ""]) == ["mon-fri 09:00-12:00"]


@pytest.mark.parametrize("text", ["10-16", "10:00", "25:00-26:00", "10:00-16:00,", "öppet"])
def test_hours_that_cannot_be_read_name_their_day(text):
    with pytest.raises(BadHoursError) as bad:
        weekly_entries(["", "", text, "", "", "", ""])
    assert bad.value.args == (2,)


def test_the_calendar_knows_holidays_and_exceptions(window):
    office: Office = window.studio.feed.offices["torget"]
    days = {each.day: each for each in month_of(office, 2026, 12)}
    assert (days[date(2026, 12, 25)].holiday, days[date(2026, 12, 25)].hours) == ("Juldagen", "")
    assert days[date(2026, 12, 1)].hours == "10:00-18:00"
    assert not days[date(2026, 11, 30)].in_month


def test_ranges_of_days_do_not_meet():
    known = {DayRange.parse("2026-12-20 - 2026-12-31"): (), DayRange.parse("2026-12-24"): ()}
    assert overlapped(known, DayRange.parse("2026-12-31 - 2027-01-02"))
    assert overlapped(known, DayRange.parse("2026-12-24"))
    assert overlapped(known, DayRange.parse("2026-12-22")) is None


@pytest.fixture
def window(tmp_path, monkeypatch):
    monkeypatch.setattr("kiosk.studio.drawing.draw_client.DrawClient.ask", lambda *_: None)
    shown = opened(tmp_path / "feed", "en")
    shown.studio.office_model.open("torget")
    yield shown
    shown.close()


def office(window):
    return window.studio.feed.offices["torget"]


def sound(window):
    return not [each for each in window.studio.problems if each.severity is Severity.ERROR]


def test_a_day_of_the_week_is_changed(window):
    model = window.studio.office_model
    model.setDay(5, "11:00-14:00")
    assert office(window).hours[-1] == WeeklyHours.parse("sat 11:00-14:00")
    model.setDay(0, "10")
    assert model.badDay == 0
    assert model.week[0] == "10"
    model.setDay(0, "")
    assert (model.badDay, model.week[:2]) == (-1, ["", "10:00-18:00"])
    assert "outside the opening hours" in model.form.wrongElsewhere  # of the drop-in on Mondays
    window.studio.undo()
    assert b"# The day before a public holiday." in window.studio.project.texts["offices/torget.yaml"]
    assert sound(window)


def test_other_hours_are_added_and_removed(window):
    model, before = window.studio.office_model, window.studio.project.texts["offices/torget.yaml"]
    assert model.addException("2026-12-28", "2027-01-05", "10:00-12:00")
    days = DayRange.parse("2026-12-28 - 2027-01-05")
    assert office(window).exceptions[days] == (TimeRange(600, 720),)
    assert not model.addException("2027-01-05", "2027-01-07", "")
    assert "has other hours already" in window.studio.message
    assert not model.addException("2027-01-32", "", "")
    assert not model.addException("2027-01-09", "2027-01-08", "")
    model.removeException(f"{days}")
    assert window.studio.project.texts["offices/torget.yaml"] == before
    model.removeException("2030-01-17")
    assert office(window).exceptions == {}
    assert sound(window)


def test_drop_in_is_added_and_removed(window):
    model, count = window.studio.office_model, len(office(window).drop_in)
    assert model.addDropIn("work", "wed", "11:00-12:00, 13:00-14:00")
    assert [f"{each}" for each in office(window).drop_in[-1].when] == ["wed 11:00-12:00", "wed 13:00-14:00"]
    assert not model.addDropIn("work", "wed", "")
    model.removeDropIn(0)
    assert len(office(window).drop_in) == count
    assert office(window).drop_in[0].topic != "study"
    assert sound(window)


def test_the_code_is_that_of_the_screen(window):
    model = window.studio.office_model
    model.lookAtCode("housing", "ar")
    assert model.codeText == "https://boka.infodisk.example/torget/housing?lang=ar"
    model.lookAtCode("consumer", "sv")
    assert model.codeText.startswith("mailto:torget")
    model.form.write("booking.phone", "", "08-465 004 01")
    window.studio.look_again()
    assert office(window).booking.phone == "08-465 004 01"
    model.form.write("booking.phone", "", "ring")
    window.studio.look_again()
    assert "ring" in model.form.wrong("booking.phone", "")


def test_a_topic_is_written_in_two_languages(window):
    model = window.studio.topic_model
    model.open("work")
    model.writeIn("ar")
    lines = len(window.studio.feed.topics["work"].help)
    model.addLine("help")
    assert [row.key for row in model.form.fields.rows if row.key == f"help.{lines}"] == [f"help.{lines}"] * 2
    model.form.write(f"help.{lines}", "sv", "Mer")
    model.form.write(f"help.{lines}", "ar", "المزيد")
    model.chooseIcon("star")
    window.studio.look_again()
    topic = window.studio.feed.topics["work"]
    assert (topic.icon, topic.help[-1].root) == ("star", {"sv": "Mer", "ar": "المزيد"})
    model.form.write(f"help.{lines}", "sv", "")
    model.form.write(f"help.{lines}", "ar", "")
    window.studio.look_again()
    assert len(window.studio.feed.topics["work"].help) == lines


def test_a_new_topic_is_sound(window):
    window.window.setProperty("page", "topics")
    assert until(lambda: find(window, "main"))
    window.studio.topic_model.begin()
    assert window.studio.topic_model.key == "new"
    assert "new" in window.studio.feed.topics
    assert sound(window)


def test_nothing_changes_by_looking(window):
    for page in ("offices", "topics"):
        window.window.setProperty("page", page)
        assert until(lambda: find(window, "back"))
    assert window.studio.project.changed == []
    for path in SAMPLE.rglob("*.yaml"):
        assert (window.studio.project.folder / path.relative_to(SAMPLE)).read_bytes() == path.read_bytes()
