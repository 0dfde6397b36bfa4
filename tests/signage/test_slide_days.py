"""Slides with days of their own: when they are on, what that does to their playlists, and why."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.feed.problems import ContentError
from kiosk.feed.serialization import read_feed, write_feed
from kiosk.signage.schedule import Schedule, showing
from kiosk.signage.schedule_reasons import playlist_reasons
from tests.feeds import ZONE, feed

STOCKHOLM = ZoneInfo(ZONE)
JULY = date(2027, 7, 1)


def local(text):
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)


def dated(playlists, **days):
    """Return a feed whose slides have some days, as `a=("2026-12-01", "2026-12-24")`."""
    made = feed(playlists)
    slides = {name: replace(slide, **_days(*days.get(name, ("", "")))) for name, slide in made.slides.items()}
    return replace(made, slides=slides)


def _days(*days):
    first, last = (date.fromisoformat(day) if day else None for day in days)
    return {"shown_from": first, "until": last}


ONE = {"all": {"slides": ["a", "b"]}}


@pytest.mark.parametrize(
    ("now", "slides", "until"),
    [
        ("2026-11-30 23:59", ("b",), "2026-12-01 00:00"),
        ("2026-12-01 00:00", ("a", "b"), "2026-12-25 00:00"),
        ("2026-12-24 23:59", ("a", "b"), "2026-12-25 00:00"),
        ("2026-12-25 00:00", ("b",), None),
    ],
)
def test_slide_is_on_from_its_first_day_to_its_last(now, slides, until):
    shown = showing(dated(ONE, a=("2026-12-01", "2026-12-24")), "s1", local(now))
    assert shown.slides == slides
    assert shown.until == (until and local(until))


def test_days_begin_and_end_with_the_clock_of_the_place():
    """The day on which the clock is put back has 25 hours."""
    shown = showing(dated(ONE, a=("2026-10-25", "2026-10-25")), "s1", local("2026-10-25 12:00"))
    assert shown.until - local("2026-10-25 00:00").astimezone(shown.until.tzinfo) == timedelta(hours=25)


def test_playlist_without_a_slide_for_the_day_gives_way():
    playlists = {"jul": {"slides": ["a"], "takeover": True}, "usual": {"slides": ["b"]}}
    parts = dated(playlists, a=("2026-12-01", "2026-12-24"))
    assert showing(parts, "s1", local("2026-12-24 12:00")).playlists == ("jul",)
    after = showing(parts, "s1", local("2026-12-25 12:00"))
    assert (after.slides, after.playlists, after.until) == (("b",), ("usual",), None)
    before = showing(parts, "s1", local("2026-11-01 12:00"))
    assert (before.slides, before.until) == (("b",), local("2026-12-01 00:00"))


def test_untrusted_clock_leaves_slides_with_days():
    parts = dated(ONE, a=("2026-12-01", ""))
    assert showing(parts, "s1", None).slides == ("b",)
    only = dated({"all": {"slides": ["a"]}}, a=("2026-12-01", ""))
    assert showing(only, "s1", None).playlists == ()


def test_shares_are_those_of_the_day():
    playlists = {"one": {"slides": ["a", "b"], "share": 1}, "two": {"slides": ["c"], "share": 1}}
    parts = dated(playlists, a=("", "2026-12-24"))
    assert showing(parts, "s1", local("2026-12-25 12:00")).slides == ("b", "c")


DAYS = st.none() | st.integers(0, 12).map(lambda step: JULY + timedelta(days=step))


@given(st.lists(st.tuples(DAYS, DAYS), min_size=3, max_size=3), st.lists(st.integers(-24, 360), max_size=8))
def test_answers_do_not_depend_on_the_questions_before(days, hours):
    names = ("a", "b", "c")
    spans = {
        name: [each and each.isoformat() for each in span] for name, span in zip(names, days, strict=True)
    }
    playlists = {"high": {"slides": ["a", "b"], "priority": 1}, "low": {"slides": ["c", "a"]}}
    parts = dated(playlists, **spans)
    schedule = Schedule(parts, "s1")
    for hour in hours:
        now = local(f"{JULY}") + timedelta(hours=hour)
        found = schedule.at(now)
        assert found == showing(parts, "s1", now)
        today = now.astimezone(STOCKHOLM).date()
        for first, last in (spans[name] for name in found.slides):
            assert (first or "") <= str(today) <= (last or "9999")


def reasons_at(now, parts):
    return {
        each.playlist: (each.on, each.why, each.changes) for each in playlist_reasons(parts, "s1", local(now))
    }


def test_schedule_explains_slides_that_are_left_out():
    parts = dated(ONE, a=("2026-12-01", "2026-12-24"))
    assert reasons_at("2026-11-30 12:00", parts)["all"] == (
        True,
        "without a: from 2026-12-01",
        local("2026-12-01 00:00"),
    )
    assert reasons_at("2026-12-25 12:00", parts)["all"] == (True, "without a: until 2026-12-24", None)


def test_schedule_explains_a_playlist_without_a_slide():
    parts = dated({"all": {"slides": ["a"]}}, a=("2026-12-01", ""))
    assert reasons_at("2026-11-30 12:00", parts)["all"] == (
        False,
        "none of its slides is for this day: without a: from 2026-12-01",
        local("2026-12-01 00:00"),
    )


def test_days_of_a_slide_are_published():
    parts = dated(ONE, a=("2026-12-01", "2026-12-24"))
    data = write_feed(parts)
    assert b'"from":"2026-12-01","until":"2026-12-24"' in data
    assert read_feed(data) == parts


def test_days_that_end_before_they_begin_are_refused_on_a_device_too():
    data = write_feed(dated(ONE, a=("2026-12-24", "2026-12-01")))
    with pytest.raises(ContentError, match="'until' on the day of 'from' or later"):
        read_feed(data)
