"""All days and times of an office: at most eight choices at once, none that has passed, none lost between."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.booking.slots import Slot, SlotList
from kiosk.visitor.events import ChoseLanguage, ChoseTopic, Touched
from tests.ui.audit import leaves
from tests.ui.conftest import TUESDAY, Time
from tests.ui.qrcodes import read_qr
from tests.ui.walk import act, go, settle


def slots_at(*starts, minutes=30, office="torget", topic="housing"):
    return tuple(
        Slot(office=office, topic=topic, start=start, end=start + timedelta(minutes=minutes))
        for start in starts
    )


def free(context_of, *starts, now=TUESDAY, **changes):
    """Make a context with these free times, known a minute ago."""
    known = SlotList(generated_at=now - timedelta(minutes=1), slots=slots_at(*starts, **changes))
    return context_of(now=now, slots=known)


def rows(screen):
    return getattr(screen.pages, f"{screen.page}_page").value.choices


def choices(screen):
    return [row.key for row in rows(screen)]


def to_times(screen):
    """Come as a visitor, whatever time it is."""
    for event in (Touched(), ChoseLanguage("sv"), ChoseTopic("housing")):
        act(screen, screen.desk.send, event)


def to_days(screen, office="torget", language="sv"):
    go(screen, "help", language)
    act(screen, screen.pages.next_times.askDays, office)
    settle()


def quarters(day, count):
    return [datetime(2026, 11, day, 9, tzinfo=UTC) + timedelta(minutes=15 * step) for step in range(count)]


def test_from_another_time_over_a_day_to_the_code(screen_of, context_of):
    screen = screen_of(context_of())
    for name in ("attract", "language-sv", "topic-housing", "office-torget", "slot-2026-11-26"):
        screen.touch(name)
    assert screen.page == "day"
    assert "26/11" in screen.words()
    screen.touch(screen.names("slot-torget/2026-11-26")[3])
    assert "slot=2026-11-26T11%3A30%2B01%3A00" in read_qr(screen.picture())[0]
    for page in ("day", "days", "help"):
        screen.touch("back")
        assert screen.page == page


def test_none_of_the_days_leads_to_a_ticket_without_a_time(screen_of, context_of):
    screen = screen_of(context_of("kompassen-desk"))
    to_days(screen, "kompassen")
    while "none-of-these" not in screen.names("none-of-these"):
        screen.touch("later")
    screen.touch("none-of-these")
    assert screen.page == "ticket"
    assert "slot=" not in read_qr(screen.picture())[0]
    screen.touch("back")
    assert screen.page == "days"


@pytest.mark.parametrize("where", ["torget-desk", "kompassen-desk"])
def test_never_more_than_eight_choices_and_none_left_out(screen_of, context_of, where):
    starts = [start for day in range(24, 31) for start in quarters(day, 20)]
    starts += [datetime(2026, 12, day, 9, tzinfo=UTC) for day in range(1, 8)]
    screen = screen_of(context_of(where, slots=free(context_of, *starts[3:]).slots))
    to_days(screen)
    assert seen_in_parts(screen) == {start.date().isoformat() for start in starts}
    act(screen, screen.pages.days_page.choose, "2026-11-27")
    settle()
    assert len(seen_in_parts(screen)) == 20
    act(screen, screen.pages.controls.back)
    act(screen, screen.pages.days_page.choose, "2026-11-26")
    settle()
    assert len(seen_in_parts(screen)) == 20  # from the first on, whatever was seen of the day before


def seen_in_parts(screen):
    seen = set()
    for _ in leaves(screen):
        view = screen.item("leaves")
        inside = [
            each
            for each in screen.items()
            if view.contains(each.mapToItem(view, each.boundingRect().center()))
        ]
        shown = {
            each.objectName() for each in inside if each.objectName().startswith(("slot-2", "slot-torget"))
        }
        assert len(shown) + len([each for each in inside if each.objectName() == "none-of-these"]) <= 8
        seen |= {name.removeprefix("slot-") for name in shown}
    return seen


def test_times_that_pass_while_they_are_looked_at_go(screen_of, context_of):
    first, second = TUESDAY + timedelta(minutes=5), TUESDAY + timedelta(minutes=10)
    screen = screen_of(free(context_of, first, second))
    to_days(screen)
    act(screen, screen.pages.days_page.choose, "2026-11-24")
    keys = choices(screen)
    assert len(keys) == 2
    screen.time.now = first  # it is in progress now
    act(screen, screen.pages.day_page.choose, keys[0])
    assert screen.page == "day"
    screen.desk._reword()
    assert choices(screen) == keys[1:]
    screen.time.now = second
    screen.desk._reword()
    settle()
    assert choices(screen) == []
    assert "Det finns inga lediga tider kvar här." in screen.words()


def test_at_midnight_tomorrow_becomes_today(screen_of, context_of):
    late = datetime(2026, 11, 24, 22, 59, 50, tzinfo=UTC)  # ten seconds before midnight in Stockholm
    screen = screen_of(free(context_of, *quarters(25, 2), now=late), Time(late))
    to_times(screen)
    act(screen, screen.pages.next_times.askDays, "torget")
    assert [row.day for row in rows(screen)] == ["I morgon"]
    screen.time.pass_by(10)
    screen.desk._reword()
    assert [row.day for row in rows(screen)] == ["I dag"]


def test_times_on_both_sides_of_midnight_are_on_their_own_days(screen_of, context_of):
    starts = [datetime(2026, 11, 24, hour, 30, tzinfo=UTC) for hour in (22, 23)]
    screen = screen_of(free(context_of, *starts))
    to_days(screen)
    assert [(row.key, row.time) for row in rows(screen)] == [
        ("2026-11-24", "\u206623:30\u2069"),
        ("2026-11-25", "\u206600:30\u2069"),
    ]


def test_the_hour_that_comes_twice_has_all_its_times(screen_of, context_of):
    now = datetime(2026, 10, 24, 8, tzinfo=UTC)
    starts = [datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)]
    screen = screen_of(free(context_of, *starts, now=now), Time(now))
    to_times(screen)
    act(screen, screen.pages.next_times.askDays, "torget")
    act(screen, screen.pages.days_page.choose, "2026-10-25")
    found = rows(screen)
    assert [row.time for row in found] == ["\u206602:30–02:00\u2069", "\u206602:30–03:00\u2069"]
    act(screen, screen.pages.day_page.choose, found[1].key)
    assert "slot=2026-10-25T02%3A30%2B01%3A00" in screen.pages.ticket_page.ticket.link


def test_the_hour_that_is_left_out_has_no_times(screen_of, context_of):
    now = datetime(2027, 3, 27, 8, tzinfo=UTC)
    starts = [datetime(2027, 3, 28, 0, 30, tzinfo=UTC), datetime(2027, 3, 28, 1, tzinfo=UTC)]
    screen = screen_of(free(context_of, *starts, now=now), Time(now))
    to_times(screen)
    act(screen, screen.pages.next_times.askDays, "torget")
    act(screen, screen.pages.days_page.choose, "2027-03-28")
    assert [row.time for row in rows(screen)] == [
        "\u206601:30–03:00\u2069",
        "\u206603:00–03:30\u2069",
    ]


@pytest.mark.parametrize("key", ["", "2026-13-01", "torget/2026-11-24", "never"])
def test_what_names_no_day_changes_nothing(screen_of, context_of, key):
    screen = screen_of(context_of())
    to_days(screen)
    act(screen, screen.pages.days_page.choose, key)
    assert screen.page == "days"
