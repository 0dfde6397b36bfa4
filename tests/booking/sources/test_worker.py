from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.booking.sources.errors import BadAnswer
from kiosk.booking.sources.ics import read_busy
from kiosk.booking.sources.worker import read_apart
from kiosk.content.walltime import Span
from tests.booking.sources.test_ics import DAY, calendar, event

STOCKHOLM = ZoneInfo("Europe/Stockholm")
WINDOW = Span(datetime(2026, 10, 12, tzinfo=UTC), datetime(2026, 11, 2, tzinfo=UTC))
ENDLESS = (
    "DTSTART:20050101T000000Z",
    "DTEND:20050101T000001Z",
    "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
)


def test_another_process_reads_the_same():
    data = calendar(*event(*DAY, "RRULE:FREQ=WEEKLY"), *event("SEQUENCE:1", uid="two"))
    assert read_apart(data, STOCKHOLM, WINDOW) == read_busy(data, STOCKHOLM, WINDOW)


def test_what_is_wrong_is_told_by_the_other_process():
    with pytest.raises(BadAnswer, match="not a calendar"):
        read_apart(b"<html>", STOCKHOLM, WINDOW)


def test_a_rule_that_never_ends_is_ended():
    with pytest.raises(BadAnswer, match="takes more than 1 s"):
        read_apart(calendar(*event(*ENDLESS)), STOCKHOLM, WINDOW, deadline_s=1)


def test_a_process_that_breaks_is_told(monkeypatch):
    monkeypatch.setattr("sys.executable", "/bin/false")
    with pytest.raises(BadAnswer, match="too much memory"):
        read_apart(calendar(*event(*DAY)), STOCKHOLM, WINDOW)
