from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.booking.calendar_invite import calendar_file
from kiosk.booking.slots import Slot

NOW = datetime(2026, 10, 13, 10, tzinfo=UTC)


def slot(start):
    return Slot(office="torg", topic="home", start=start, end=start + timedelta(minutes=30))


def event(text):
    (found,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return found


@pytest.mark.parametrize("fold", [0, 1])
def test_time_is_the_same_instant_in_the_hour_that_comes_twice(fold):
    start = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Stockholm"), fold=fold).astimezone(UTC)
    found = event(calendar_file(slot(start), "Hjälp", "Torget", NOW))
    assert (found.start, start.hour) == (start, fold)
    assert found.end - found.start == timedelta(minutes=30)
    assert (found["STATUS"], found["DTSTAMP"].dt) == ("TENTATIVE", NOW)


def test_file_is_small_enough_for_a_code_that_can_be_scanned():
    text = calendar_file(
        slot(NOW), "الطعن في قرار " * 3, "مكتب المواطنين Hässelby-Vällingby, Hässelby torg 10", NOW
    )
    assert len(text.encode()) < 450  # bytes: version 16 of a QR code


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"]), max_size=200))
def test_whatever_is_written_arrives_in_lines_of_75_octets(words):
    text = calendar_file(slot(NOW), words, "a, b; c\\d", NOW)
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    found = event(text)
    assert " ".join(str(found["SUMMARY"]).split()) == " ".join(words.split())
    assert found["LOCATION"] == "a, b; c\\d"


def test_signs_that_steer_the_direction_are_left_out():
    assert event(calendar_file(slot(NOW), "\u2066a\u2069 \u200fb", "x", NOW))["SUMMARY"] == "a b"
