"""The darker colours of the evening: by the hour, by a trusted clock only, never while a visitor reads."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from kiosk.feed.written_times import TimeRange
from kiosk.ui.display import is_evening
from kiosk.visitor.events import Touched
from tests.ui.audit import faults
from tests.ui.conftest import TUESDAY, Time, theme_of
from tests.ui.walk import act, go, leave

NIGHT = TimeRange.parse("16:00-08:00")
ALWAYS = TimeRange.parse("00:00-24:00")


@pytest.mark.parametrize(
    ("hours", "clock_time", "expected"),
    [
        (NIGHT, time(15, 59), False),
        (NIGHT, time(16), True),
        (NIGHT, time(23, 59), True),
        (NIGHT, time(0), True),
        (NIGHT, time(7, 59), True),
        (NIGHT, time(8), False),
        (NIGHT, None, False),
        (None, time(20), False),
        (TimeRange.parse("16:00-24:00"), time(0), False),
        (TimeRange.parse("16:00-24:00"), time(23, 59), True),
        (ALWAYS, time(0), True),
    ],
)
def test_it_is_evening_within_the_hours_of_the_screen(hours, clock_time, expected):
    assert is_evening(hours, clock_time) is expected


@pytest.fixture
def desk_with(screen_of, context_of, sample):
    """Open a desk with these hours of evening."""

    def make(hours, **options):
        screens = {**sample.screens, "torget-desk": replace(sample.screens["torget-desk"], evening=hours)}
        return screen_of(context_of(feed=replace(sample, screens=screens)), **options)

    return make


def is_dim(screen):
    screen.shell.bar._turn()  # which follows the clock
    return theme_of(screen.shell).property("dim")


def test_the_colours_follow_the_clock_of_the_feed(desk_with):
    screen = desk_with(NIGHT)
    assert not is_dim(screen)
    screen.time.now = TUESDAY.replace(hour=15)  # 16:00 in Stockholm
    assert is_dim(screen)
    screen.time.now += timedelta(hours=16)
    assert not is_dim(screen)


def test_a_clock_that_is_not_trusted_leaves_the_colours_of_the_day(desk_with):
    trusted = [True]
    screen = desk_with(ALWAYS, trusted=lambda: trusted[0])
    assert is_dim(screen)
    trusted[0] = False
    assert not is_dim(screen)


def test_they_do_not_change_while_a_visitor_reads(desk_with):
    screen = desk_with(NIGHT, time=Time(TUESDAY.replace(hour=14, minute=59)))
    act(screen, screen.desk.send, Touched())
    screen.time.now = TUESDAY.replace(hour=15)
    assert not is_dim(screen)
    leave(screen)
    assert is_dim(screen)


@pytest.mark.parametrize("page", ["language", "topic", "help", "ticket"])
def test_the_audit_finds_no_fault_in_them(desk_with, page):
    screen = desk_with(ALWAYS)
    go(screen, page, "sv")
    assert theme_of(screen.shell).property("dim")
    assert list(faults(screen)) == []
