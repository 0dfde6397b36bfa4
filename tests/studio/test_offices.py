"""Offices and topics: the week, other hours, drop-in, the QR code as it will be, and the words of a topic."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.feed.office import Office
from kiosk.feed.problems import Severity
from kiosk.feed.written_times import DayRange, TimeRange, WeeklyHours
from kiosk.studio.core.office_hours import (
    BadHoursError,
    overlapped,
    weekday_texts,
    weekly_entries,
    weeks_of_month,
)
from tests.studio.windows import SAMPLE, draw_nothing, find, opened, until

pytestmark = pytest.mark.usefixtures("qapp")

RANGES = st.sampled_from(["08:00-12:00", "10:00-16:00", "13:00-16:30", "17:00-19:00", "22:00-02:00"])
WEEKS = st.lists(st.lists(RANGES, unique=True, max_size=3).map(", ".join), min_size=7, max_size=7)


@given(WEEKS)
def test_a_week_is_written_and_read_the_same(week):
    again = weekday_texts([WeeklyHours.parse(each) for each in weekly_entries(week)])
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
    days = {each.day: each for each in weeks_of_month(office, 2026, 12)}
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
    draw_nothing(monkeypatch)
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
    model, count = window.studio.office_model.drop_in_model, len(office(window).drop_in)
    assert model.add("work", "wed", "11:00-12:00, 13:00-14:00")
    assert [f"{each}" for each in office(window).drop_in[-1].when] == ["wed 11:00-12:00", "wed 13:00-14:00"]
    assert not model.add("work", "wed", "")
    model.remove(0)
    assert len(office(window).drop_in) == count
    assert office(window).drop_in[0].topic != "study"
    assert sound(window)


def test_the_code_is_that_of_the_screen(window):
    model = window.studio.office_model.booking_model
    model.lookAtCode("housing", "ar")
    assert model.codeText == "https://boka.infodisk.example/torget/housing?lang=ar"
    model.lookAtCode("consumer", "sv")
    assert model.codeText.startswith("mailto:torget")
    model.form.write("booking.phone", "", "08-465 004 01")
    window.studio.refresh()
    assert office(window).booking.phone == "08-465 004 01"
    model.form.write("booking.phone", "", "ring")
    window.studio.refresh()
    assert "ring" in model.form.wrong("booking.phone", "")


def test_bookable_times_are_made_and_edited(window):
    model, before = window.studio.office_model.bookable_model, len(office(window).bookable)
    assert model.add("study", "wed", "10:00-12:00")
    rule = office(window).bookable[-1]
    assert (rule.topics, [f"{each}" for each in rule.when]) == (("study",), ["wed 10:00-12:00"])
    assert model.addHours(before, "thu", "10:00-11:00")
    model.tick(before, "work", True)
    model.form.write(f"bookable.{before}.length", "", "1 h")
    model.setCalendars(before, "anna, room-2")
    window.studio.refresh()
    rule = office(window).bookable[-1]
    assert (rule.topics, len(rule.when), rule.length) == (("study", "work"), 2, 3600.0)
    assert rule.calendars == ("anna", "room-2")
    assert "Wed 2026-12-02 10:00" in model.timesText(before)
    model.tick(before, "study", False)
    model.tick(before, "work", False)
    assert office(window).bookable[-1].topics == ("work",)
    assert "At least one topic" in window.studio.message
    model.removeHours(before, 0)
    model.removeHours(before, 0)
    assert len(office(window).bookable[-1].when) == 1
    assert not model.add("study", "wed", "10")
    model.remove(before)
    assert len(office(window).bookable) == before
    assert sound(window)


def test_a_wrong_length_stands_beside_its_own_field(window):
    model = window.studio.office_model.bookable_model
    model.form.write("bookable.1.length", "", "half")
    window.studio.refresh()
    assert "half" in model.form.wrong("bookable.1.length", "")
    assert model.form.wrong("bookable.0.length", "") == ""
    assert model.form.wrong("bookable.1.notice", "") == ""
    assert window.studio.office_model.form.wrongElsewhere == ""
    assert len(model.rules.rows) == 3  # though the office as a whole cannot be read
    model.form.write("bookable.1.length", "", "30 min")
    window.studio.refresh()
    assert model.form.wrong("bookable.1.length", "") == ""


def test_hours_without_a_time_are_told(window):
    model = window.studio.office_model.bookable_model
    assert model.add("study", "sun", "10:00-12:00")
    assert "Sun 2026-11-29 10:00" in model.timesText(len(model.rules.rows) - 1)
    assert "outside the opening hours" in window.studio.office_model.form.wrongElsewhere
    model.form.write(f"bookable.{len(model.rules.rows) - 1}.length", "", "3 h")
    window.studio.refresh()
    assert model.timesText(len(model.rules.rows) - 1).startswith("No time follows")


def test_an_office_is_made_named_and_removed(window):
    window.window.setProperty("page", "offices")
    assert until(lambda: find(window, "main"))
    model = window.studio.office_model
    assert not model.begin("Biblioteket", " ")
    assert model.begin("Biblioteket", "Storgatan 1")
    assert (model.key, sound(window)) == ("biblioteket", True)
    model.form.write("name", "en", "The library")
    model.form.write("eve", "", "10:00-12:00")
    model.setHolidays("open")
    window.studio.refresh()
    made = window.studio.feed.offices["biblioteket"]
    assert (made.name.root, made.holidays) == ({"sv": "Biblioteket", "en": "The library"}, "open")
    assert model.part_tools.usedText == "Nothing else uses it."
    assert model.part_tools.rename("Bibblan")
    assert model.key == "bibblan"
    assert not model.part_tools.rename("torget")
    assert model.part_tools.remove()
    assert "bibblan" not in window.studio.feed.offices
    assert model.key in window.studio.feed.offices
    assert "Undo brings it back" in window.studio.message


def test_removing_an_office_says_where_it_is_used(window):
    tools = window.studio.office_model.part_tools
    assert tools.usedText.startswith("Used by: ")
    assert "Screen Desk · Citizens’ Office (Medborgarkontoret)" in tools.usedText
    assert "Removed with it: " in tools.removalText
    assert tools.remove()
    assert sound(window)
    window.studio.undo()
    assert "torget" in window.studio.feed.offices


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
    window.studio.refresh()
    topic = window.studio.feed.topics["work"]
    assert (topic.icon, topic.help[-1].root) == ("star", {"sv": "Mer", "ar": "المزيد"})
    model.form.write(f"help.{lines}", "sv", "")
    model.form.write(f"help.{lines}", "ar", "")
    window.studio.refresh()
    assert len(window.studio.feed.topics["work"].help) == lines


def test_a_new_topic_is_sound(window):
    window.window.setProperty("page", "topics")
    assert until(lambda: find(window, "main"))
    model = window.studio.topic_model
    assert not model.begin(" ")
    assert model.begin("Skatt och folkbokföring")
    assert model.key == "skatt-och-folkbokforing"
    assert model.part_tools.rename("tax")
    assert window.studio.feed.topics["tax"].title.root == {"sv": "Skatt och folkbokföring"}
    assert sound(window)
    assert model.part_tools.remove()
    assert "tax" not in window.studio.feed.topics


def test_a_slide_is_given_another_short_name(window):
    model = window.studio.slide_model
    model.open("letter")
    assert "Playlist square" in model.part_tools.usedText
    assert model.part_tools.rename("Ett brev")
    assert model.slide_id == "ett-brev"
    assert "ett-brev" in window.studio.feed.playlists["square"].slides
    assert sound(window)
    window.studio.undo()
    assert "letter" in window.studio.feed.slides


def test_nothing_changes_by_looking(window):
    for page in ("offices", "topics"):
        window.window.setProperty("page", page)
        assert until(lambda: find(window, "back"))
    assert window.studio.project.changed == []
    for path in SAMPLE.rglob("*.yaml"):
        assert (window.studio.project.folder / path.relative_to(SAMPLE)).read_bytes() == path.read_bytes()
