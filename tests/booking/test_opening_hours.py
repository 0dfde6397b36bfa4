from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from kiosk.booking.opening_hours import OpenState, open_state, ranges_on, today
from kiosk.feed.models import Office
from tests import feeds

STOCKHOLM = ZoneInfo(feeds.ZONE)


def local(text):
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)


def office(*hours, holidays="open", eve=None, **exceptions):
    days = {day.replace("_", "-").removeprefix("on-"): what for day, what in exceptions.items()}
    return feeds.valid(Office, feeds.office(hours=hours, exceptions=days, holidays=holidays, eve=eve))


def state(of, when):
    return open_state(of, STOCKHOLM, local(when))


def test_exception_replaces_the_week():
    torg = office("tue 10:00-16:00", "tue 18:00-19:00", on_2026_12_22="10:00-12:00", on_2026_12_29="closed")
    assert [str(each) for each in ranges_on(torg, date(2026, 12, 15))] == ["10:00-16:00", "18:00-19:00"]
    assert [str(each) for each in ranges_on(torg, date(2026, 12, 22))] == ["10:00-12:00"]
    assert ranges_on(torg, date(2026, 12, 29)) == ()


def test_open_until_and_opens_again():
    torg = office("mon-fri 10:00-16:00", on_2026_10_14="closed")
    assert state(torg, "2026-10-13 09:59") == OpenState(open=False, opens=local("2026-10-13 10:00"))
    assert state(torg, "2026-10-13 10:00") == OpenState(open=True, until=local("2026-10-13 16:00"))
    assert state(torg, "2026-10-13 16:00") == OpenState(open=False, opens=local("2026-10-15 10:00"))


def test_night_runs_into_a_closed_day_and_the_new_year():
    club = office("daily 20:00-02:00", on_2027_01_01="closed")
    assert state(club, "2026-12-31 23:00") == OpenState(open=True, until=local("2027-01-01 02:00"))
    assert state(club, "2027-01-01 02:00") == OpenState(open=False, opens=local("2027-01-02 20:00"))


def test_hours_that_meet_at_midnight_are_one():
    club = office("mon 20:00-24:00", "tue 00:00-03:00")
    assert state(club, "2026-10-12 21:00").until == local("2026-10-13 03:00")


def test_always_open_and_never_open_have_no_time():
    assert state(office("daily 00:00-24:00"), "2026-10-13 12:00") == OpenState(open=True)
    assert state(office(), "2026-10-13 12:00") == OpenState(open=False)


def test_what_is_more_than_60_days_off_is_not_told():
    once = office(on_2026_12_24="10:00-12:00")
    assert state(once, "2026-10-25 10:00") == OpenState(open=False, opens=local("2026-12-24 10:00"))
    assert state(once, "2026-10-25 09:59:59") == OpenState(open=False)


def test_changes_of_the_clock_move_the_closing():
    night = office("sat 22:00-04:00")
    spring, autumn = local("2026-03-28 22:00"), local("2026-10-24 22:00")
    lengths = [
        open_state(night, STOCKHOLM, each).until.timestamp() - each.timestamp() for each in (spring, autumn)
    ]
    assert lengths == [5 * 3600, 7 * 3600]


def test_office_is_closed_on_holidays_and_short_on_the_day_before():
    torg = office("mon-fri 10:00-16:00", holidays="closed", eve="10:00-13:00", on_2026_05_14="12:00-13:00")
    assert state(torg, "2026-04-02 11:00") == OpenState(open=True, until=local("2026-04-02 13:00"))
    assert state(torg, "2026-04-02 13:00") == OpenState(open=False, opens=local("2026-04-07 10:00"))
    assert [str(each) for each in ranges_on(torg, date(2026, 5, 14))] == ["12:00-13:00"]
    assert [ranges_on(torg, date(2026, 12, day)) for day in (24, 25, 26, 31)] == [()] * 4
    assert [str(each) for each in ranges_on(torg, date(2026, 12, 23))] == ["10:00-16:00"]


def test_eve_opens_no_day_that_has_no_hours():
    assert ranges_on(office("mon-fri 10:00-16:00", eve="10:00-13:00"), date(2026, 4, 4)) == ()


def test_office_that_keeps_no_holidays_is_open():
    assert [str(each) for each in ranges_on(office("fri 10:00-16:00"), date(2026, 12, 25))] == ["10:00-16:00"]


clocks = st.integers(0, 48).map(lambda half: f"{half // 2:02}:{half % 2 * 30:02}")
weekly = st.builds(
    "{} {}-{}".format, st.sampled_from(["sat", "sun", "mon", "sat-mon", "daily"]), clocks, clocks
)


@given(st.lists(weekly, max_size=3), st.sampled_from(["2026-03-27", "2026-10-23", "2026-12-31"]))
def test_each_state_holds_until_it_said(hours, first):
    of = office(*hours)
    now = local(first)
    for _ in range(8):
        state = open_state(of, STOCKHOLM, now)
        change = state.until if state.open else state.opens
        if change is None:
            break
        assert now < change
        assert open_state(of, STOCKHOLM, change - timedelta(microseconds=1)).open is state.open
        assert open_state(of, STOCKHOLM, now + (change - now) / 2).open is state.open
        assert open_state(of, STOCKHOLM, change).open is not state.open
        now = change


def kind(of, when):
    return today(of, STOCKHOLM, local(when))


def test_kind_of_day_over_easter():
    torg = office("mon-fri 10:00-16:00", holidays="closed", eve="10:00-13:00")
    days = {f"2026-04-0{day} 09:00": kind(torg, f"2026-04-0{day} 09:00") for day in range(1, 8)}
    assert list(days.values()) == ["usual", "short", "holiday", "closed", "holiday", "holiday", "usual"]


def test_exception_is_short_only_if_it_ends_before_the_week_does():
    torg = office(
        "mon-fri 10:00-16:00",
        on_2026_10_13="10:00-13:00",
        on_2026_10_14="12:00-18:00",
        on_2026_10_15="closed",
    )
    assert [kind(torg, f"2026-10-{day} 20:00") for day in (13, 14, 15, 16)] == [
        "short",
        "usual",
        "closed",
        "usual",
    ]


def test_night_of_the_day_before_makes_no_closed_day():
    club = office("fri 20:00-02:00")
    assert kind(club, "2026-10-17 12:00") == "usual"  # Saturday, until two in the morning
    assert kind(club, "2026-10-18 00:00") == "closed"
    assert kind(office("fri 20:00-24:00"), "2026-10-17 00:00") == "closed"


def test_changes_of_the_clock_make_no_closed_day():
    night = office("sun 02:00-03:00")
    assert kind(night, "2026-03-29 12:00") == "closed"  # the hour that is left out
    assert kind(night, "2026-10-25 12:00") == "usual"
