from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.booking.sources.ical.busy_time import read_busy
from kiosk.booking.sources.ical.isolated_reader import read_isolated
from kiosk.booking.sources.source_errors import BadAnswer
from kiosk.feed.wall_time import Span
from tests.booking.sources.ical.samples import DAY, calendar, event

STOCKHOLM = ZoneInfo("Europe/Stockholm")
WINDOW = Span(datetime(2026, 10, 12, tzinfo=UTC), datetime(2026, 11, 2, tzinfo=UTC))


def test_another_process_reads_the_same():
    data = calendar(*event(*DAY, "RRULE:FREQ=WEEKLY"), *event("SEQUENCE:1", uid="two"))
    assert read_isolated(data, STOCKHOLM, WINDOW) == read_busy(data, STOCKHOLM, WINDOW)


def test_what_is_wrong_is_reported_by_the_other_process():
    with pytest.raises(BadAnswer, match="not a calendar"):
        read_isolated(b"<html>", STOCKHOLM, WINDOW)


def test_a_process_that_takes_too_long_is_ended():
    with pytest.raises(BadAnswer, match=r"takes more than 0\.001 s"):
        read_isolated(calendar(*event(*DAY)), STOCKHOLM, WINDOW, deadline_s=1e-3)


def test_a_process_that_breaks_is_reported(monkeypatch):
    monkeypatch.setattr("sys.executable", "/bin/false")
    with pytest.raises(BadAnswer, match="too much memory"):
        read_isolated(calendar(*event(*DAY)), STOCKHOLM, WINDOW)
