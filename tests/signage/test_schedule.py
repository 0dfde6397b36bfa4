from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kiosk.feed.models import When
from kiosk.signage.schedule import Schedule, Showing, showing
from tests import feeds
from tests.feeds import ZONE, feed, screen

STOCKHOLM = ZoneInfo(ZONE)
MINUTE = timedelta(minutes=1)


def local(text):
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)


def playlist(*slides, **rest):
    return {"slides": slides or ("a",)} | rest


def on(playlists, when, **rest):
    return showing(feed(playlists), "s1", local(when), **rest)


def test_nothing_is_on_without_playlists():
    assert on({}, "2026-10-13 12:00") == Showing()


def test_playlists_of_one_priority_follow_each_other_by_id():
    both = {"b": playlist("three"), "a": playlist("one", "two"), "low": playlist("four", priority=0)}
    both["a"]["priority"] = both["b"]["priority"] = 5
    assert on(both, "2026-10-13 12:00") == Showing(("one", "two", "three"), ("a", "b"))


def test_takeover_beats_the_highest_priority_and_ends_on_time():
    playlists = {
        "drill": playlist("out", takeover=True, when={"hours": ["tue 12:00-12:30"]}),
        "usual": playlist("in", priority=100),
    }
    held = on(playlists, "2026-10-13 12:29")
    assert (held.slides, held.takeover, held.until) == (("out",), True, local("2026-10-13 12:30"))
    after = on(playlists, "2026-10-13 12:30")
    assert (after.slides, after.takeover, after.until) == (("in",), False, local("2026-10-20 12:00"))


def test_priority_counts_among_takeovers():
    playlists = {"a": playlist("a", takeover=True), "b": playlist("b", takeover=True, priority=1)}
    assert on(playlists, "2026-10-13 12:00").slides == ("b",)


def test_what_is_of_lower_rank_changes_nothing():
    playlists = {
        "low": playlist("low", when={"hours": ["daily 12:00-13:00"]}),
        "high": playlist("high", priority=1),
    }
    assert on(playlists, "2026-10-13 11:00") == Showing(("high",), ("high",))


def test_dates_are_both_included():
    playlists = {"xmas": playlist("xmas", when={"since": "2026-12-24", "until": "2026-12-26"})}
    assert on(playlists, "2026-12-23 23:59") == Showing(until=local("2026-12-24 00:00"))
    assert on(playlists, "2026-12-24 00:00") == Showing(("xmas",), ("xmas",), until=local("2026-12-27 00:00"))
    assert on(playlists, "2026-12-27 00:00") == Showing()


@pytest.mark.parametrize(
    "when", [{"since": "0001-01-01"}, {"until": "9999-12-31"}, {"hours": ["daily 00:00-24:00"]}]
)
def test_what_never_ends_has_no_next_change(when):
    assert on({"a": playlist(when=when)}, "2026-10-13 12:00") == Showing(("a",), ("a",))


def test_hours_run_past_midnight_and_new_year():
    playlists = {"night": playlist(when={"hours": ["thu 22:00-02:00"]})}
    assert on(playlists, "2026-12-31 21:59").until == local("2026-12-31 22:00")
    assert on(playlists, "2027-01-01 01:59") == Showing(("a",), ("night",), until=local("2027-01-01 02:00"))
    assert on(playlists, "2027-01-01 02:00") == Showing(until=local("2027-01-07 22:00"))


def test_hours_belong_to_the_day_they_begin_on():
    dates = {"since": "2026-10-13", "until": "2026-10-14"}
    playlists = {"night": playlist(when=dates | {"hours": ["daily 22:00-02:00"]})}
    assert on(playlists, "2026-10-13 00:00") == Showing(until=local("2026-10-13 22:00"))
    assert on(playlists, "2026-10-14 23:00").until == local("2026-10-15 02:00")
    assert on(playlists, "2026-10-15 02:00") == Showing()


def test_hours_without_a_pause_end_with_the_last_day():
    playlists = {"a": playlist(when={"until": "2026-12-31", "hours": ["daily 12:00-12:00"]})}
    assert on(playlists, "2026-10-13 12:00").until == local("2027-01-01 12:00")


def test_hours_that_meet_are_no_change():
    playlists = {
        "a": playlist(
            when={"hours": ["tue 08:00-12:00", "tue 12:00-16:00", "tue 22:00-24:00", "wed 00:00-01:00"]}
        )
    }
    assert on(playlists, "2026-10-13 09:00").until == local("2026-10-13 16:00")
    assert on(playlists, "2026-10-13 23:00").until == local("2026-10-14 01:00")


def test_untrusted_clock_shows_only_what_is_undated():
    playlists = {
        "always": playlist("always"),
        "dated": playlist("dated", priority=9, when={"since": "2020-01-01"}),
        "hours": playlist("hours", priority=9, when={"hours": ["daily 00:00-24:00"]}),
    }
    assert showing(feed(playlists), "s1", None) == Showing(("always",), ("always",))


def test_screen_shows_only_what_is_meant_for_it():
    playlists = {"a": playlist("a", where={"tags": ["big"]}), "b": playlist("b", where={"screens": ["s1"]})}
    screens = {"s1": screen(), "s2": screen(tags=["big"])}
    both = feed(playlists, screens=screens)
    noon = local("2026-10-13 12:00")
    assert [showing(both, name, noon).slides for name in ("s1", "s2")] == [("b",), ("a",)]


def test_naive_time_is_refused():
    with pytest.raises(ValueError, match="without a zone"):
        showing(feed(), "s1", datetime(2026, 10, 13, 12))  # noqa: DTZ001  # what is refused


def test_spring_takes_the_hour_from_the_night():
    playlists = {"a": playlist(when={"hours": ["sun 02:30-04:00"]})}
    assert on(playlists, "2026-03-29 00:00").until == datetime(2026, 3, 29, 1, tzinfo=UTC)
    assert on(playlists, "2026-03-29 03:30").until == datetime(2026, 3, 29, 2, tzinfo=UTC)


def test_autumn_gives_the_hour_to_the_night():
    playlists = {"a": playlist(when={"hours": ["sun 01:30-04:00"]})}
    assert on(playlists, "2026-10-25 01:30").until - local("2026-10-25 01:30") == timedelta(
        hours=2.5, minutes=60
    )
    assert on(playlists, "2026-10-25 01:30").until == datetime(2026, 10, 25, 3, tzinfo=UTC)


# Days around which all goes wrong: the changes of the clock in Stockholm, Easter, new year, and a leap day.
DAYS = [date(2026, 3, 29), date(2026, 4, 4), date(2026, 10, 25), date(2026, 12, 31), date(2028, 2, 29)]
HOLIDAYS = {date(2026, 4, 3), date(2026, 4, 5), date(2026, 4, 6), date(2026, 12, 31), date(2027, 1, 1)}
RULES = {
    "FREQ=DAILY": lambda _day, _since: True,
    "FREQ=DAILY;INTERVAL=3": lambda day, since: (day - since).days % 3 == 0,
    "FREQ=DAILY;COUNT=2": lambda day, since: (day - since).days < 2,
    "FREQ=WEEKLY;BYDAY=SU,TH": lambda day, _since: day.weekday() in (6, 3),
    "FREQ=MONTHLY;BYDAY=-1SU": lambda day, _since: day.weekday() == 6 and _next_week(day).month != day.month,
}


def _next_week(day):
    return day + timedelta(days=7)


minutes = st.sampled_from([0, 60, 119, 120, 121, 150, 179, 180, 181, 720, 1320, 1439, 1440])
weekly = st.builds(
    lambda days, start, end: (
        f"{','.join(days)} {start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"
    ),
    st.lists(st.sampled_from(["thu", "fri", "sat", "sun", "mon", "daily"]), min_size=1, max_size=3),
    minutes,
    minutes,
)


def whens(day):
    near = st.integers(-2, 2).map(lambda step: (day + timedelta(days=step)).isoformat())
    parts = {
        "since": near,
        "until": near,
        "hours": st.lists(weekly, max_size=2),
        "except": st.lists(near, max_size=2),
        "holidays": st.sampled_from(["only", "skip"]),
        "repeat": st.sampled_from(sorted(RULES)),
    }
    return st.fixed_dictionaries({}, optional=parts).filter(comes_up)


def comes_up(when):
    try:
        feeds.valid(When, when)
    except ValidationError:
        return False
    return True


@st.composite
def weeks(draw):
    day = draw(st.sampled_from(DAYS))
    own = {"priority": st.integers(0, 2), "takeover": st.booleans(), "when": whens(day)}
    each = st.fixed_dictionaries({"slides": st.just(["a"])} | own)
    names = st.sampled_from(["p1", "p2", "p3"])
    start = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(days=1)
    return feed(draw(st.dictionaries(names, each, max_size=3))), start


def wall_clock_that_never_goes_back(start, count):
    """Each minute from `start` with what the clocks show, where they only ever go forward."""
    shown = datetime(1, 1, 1)  # noqa: DTZ001  # what a wall shows has no zone
    for step in range(count):
        instant = start + step * MINUTE
        shown = max(shown, instant.astimezone(STOCKHOLM).replace(tzinfo=None))
        yield instant, shown


def applies(when, shown):
    """A second, simple reckoning: the hours of a chosen day hold."""
    if not when.hours:
        return chosen(when, shown.date())
    days = [shown.date() - timedelta(days=back) for back in (0, 1, 2)]
    return any(chosen(when, day) and within(each, day, shown) for day in days for each in when.hours)


def chosen(when, day):
    inside = not (when.since and day < when.since) and not (when.until and day > when.until)
    falls = not when.repeat or RULES[str(when.repeat)](day, when.since)
    holiday = when.holidays is None or (day in HOLIDAYS) is (when.holidays == "only")
    return inside and falls and holiday and day not in when.excluded


def within(each, day, shown):
    length = (each.range.end - each.range.start - 1) % 1440 + 1
    start = datetime.combine(day, time()) + timedelta(minutes=each.range.start)
    return day.weekday() in each.days and start <= shown < start + timedelta(minutes=length)


def expected(parts, shown):
    on = [
        (each.takeover, each.priority, name)
        for name, each in sorted(parts.items())
        if applies(each.when, shown)
    ]
    top = max((rank[:2] for rank in on), default=None)
    return tuple(rank[2] for rank in on if rank[:2] == top), bool(top and top[0])


@given(weeks())
def test_each_minute_shows_what_it_should_and_changes_when_it_said(week):
    parts, start = week
    schedule, until, before = Schedule(parts, "s1"), start, None
    for instant, shown in wall_clock_that_never_goes_back(start, 4 * 1440):
        now = expected(parts.playlists, shown)
        if instant in (start, until):
            announced = schedule.at(instant)
            assert (announced.playlists, announced.takeover) == now
            assert (announced.playlists, announced.takeover) != before
            until, before = announced.until, now
            assert until is None or until > instant
        assert now == before, f"changed at {instant}, but was to change at {until}"


@given(weeks(), st.lists(st.integers(-2 * 1440, 5 * 1440), max_size=12))
def test_answers_do_not_depend_on_what_was_asked_before(week, steps):
    parts, start = week
    schedule = Schedule(parts, "s1")
    for step in steps:
        instant = start + step * MINUTE
        assert schedule.at(instant) == showing(parts, "s1", instant)


def test_holidays_are_only_or_skipped():
    playlists = {
        "red": playlist("red", when={"holidays": "only"}),
        "black": playlist("black", when={"holidays": "skip", "hours": ["daily 08:00-16:00"]}),
    }
    assert on(playlists, "2026-12-23 12:00").slides == ("black",)
    eve = on(playlists, "2026-12-24 12:00")
    assert (eve.slides, eve.until) == (("red",), local("2026-12-27 00:00"))
    assert on(playlists, "2026-12-27 12:00").slides == ("black",)


def test_recurrence_counts_from_its_first_day_and_has_exceptions():
    when = {"since": "2026-10-06", "repeat": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "except": ["2026-10-20"]}
    playlists = {"a": playlist(when=when | {"hours": ["daily 13:00-16:00"]})}
    assert on(playlists, "2026-10-06 15:00").until == local("2026-10-06 16:00")
    assert on(playlists, "2026-10-06 16:00").until == local("2026-11-03 13:00")


def test_a_recurrence_since_the_first_year_applies_today():
    when = {"since": "0001-01-01", "repeat": "FREQ=DAILY"}
    assert on({"a": playlist(when=when)}, "2026-10-13 12:00").playlists == ("a",)


def test_a_day_that_comes_every_28_years_is_found_at_once():
    when = {"since": "2026-01-01", "repeat": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU"}
    assert on({"a": playlist(when=when)}, "2026-10-13 12:00").until == local("2032-02-29 00:00")


@pytest.mark.parametrize(
    ("when", "until"),
    [
        (
            {
                "holidays": "only",
                "hours": ["tue 08:00-16:00"],
                "except": ["2026-12-29"],
                "since": "2027-01-06",
            },
            "2028-06-06 08:00",
        ),
        ({"since": "2026-01-01", "repeat": "FREQ=DAILY;COUNT=3000"}, "2034-03-20 00:00"),
        ({"except": ["2029-05-05"]}, "2029-05-05 00:00"),
        ({"since": "2026-01-01", "repeat": "FREQ=DAILY", "except": ["2031-05-05"]}, "2031-05-05 00:00"),
        ({"since": "2026-01-01", "repeat": "FREQ=DAILY", "until": "2099-12-31"}, "2100-01-01 00:00"),
        ({"since": "2026-01-01", "repeat": "FREQ=DAILY"}, None),
        ({"except": ["2025-05-05"]}, None),
        (
            {
                "since": "2026-01-01",
                "repeat": "FREQ=YEARLY",
                "holidays": "only",
                "hours": ["sun 09:00-10:00"],
            },
            "2034-01-01 09:00",
        ),
    ],
)
def test_what_changes_in_years_is_known_today(when, until):
    expected = until and local(until)
    assert on({"a": playlist(when=when)}, "2026-10-13 12:00").until == expected


def test_screens_named_by_an_exception_are_left_out():
    where = {"offices": ["torg"], "except": {"tags": ["window"], "screens": ["s3"]}}
    screens = {"s1": screen(), "s2": screen(tags=["window", "big"]), "s3": screen()}
    parts = feed({"a": playlist(where=where)}, screens=screens)
    shown = [bool(showing(parts, name, local("2026-10-13 12:00")).slides) for name in screens]
    assert shown == [True, False, False]


def test_shares_weave_playlists_of_one_rank():
    playlists = {"a": playlist("a1", "a2", share=3), "b": playlist("b1", share=2), "c": playlist("c1")}
    assert on(playlists, "2026-10-13 12:00").slides == ("a1", "b1", "a2", "b1", "a1", "c1")


def test_what_waits_below_is_right_when_it_comes_up():
    playlists = {
        "drill": playlist("out", takeover=True, when={"since": "2026-10-14", "until": "2026-10-15"}),
        "day": playlist("day", when={"hours": ["daily 08:00-16:00"]}),
        "night": playlist("night", when={"hours": ["daily 16:00-08:00"]}),
    }
    schedule = Schedule(feed(playlists), "s1")
    assert [schedule.at(local(f"2026-10-{day} 12:00")).slides for day in (13, 14, 16)] == [
        ("day",),
        ("out",),
        ("day",),
    ]
    assert schedule.at(local("2026-10-13 12:00")).until == local("2026-10-13 16:00")
