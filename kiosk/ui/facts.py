"""Facts as rows: when an office is open, when to come for a topic, what can be booked next."""

from __future__ import annotations

from datetime import date, timedelta

from kiosk.booking.drop_in import drop_ins
from kiosk.booking.opening_hours import ranges_on
from kiosk.booking.slots import OfficeTimes, Slot
from kiosk.feed.models import Office
from kiosk.feed.wall_time import Now, weekly_ranges
from kiosk.feed.written_values import TimeRange
from kiosk.ui.card import Row
from kiosk.ui.phrases import Phrases, capital
from kiosk.ui.times_words import known_times, list_freshness, unknown_words
from kiosk.ui.world import World

ROWS = 6
A_MONDAY = date(2024, 1, 1)


def when_to_come(topic: str, world: World, say: Phrases, now: Now) -> tuple[Row, ...]:
    """Return the one row that says when to come for a topic: without booking, or the next free time."""
    for time in drop_ins(world.feed, topic, now):
        if time.office == world.office_id:
            day = capital(say.day(world.local(time.start).date(), world.today(now)))
            hours = say.hours(day, world.local(time.start), world.local(time.end))
            return (Row(say.say("drop_in"), hours, emphasis=True),)
    here = _here(topic, world, now)
    if here.slots:
        return (Row(say.say("next_free"), _moment(here.slots[0], world, say, now)),)
    if here.fresh.known or not any(topic in rule.topics for rule in world.office.bookable):
        return ()
    return (Row(say.say("next_free"), unknown_words(here.fresh, world, say, now, "_short")),)


def _here(topic: str, world: World, now: Now) -> OfficeTimes:
    """Return the free times for a topic at the screen's office, and how fresh they are."""
    return known_times(world, topic, now)[0]


def week(office: Office, say: Phrases, today: date | None) -> tuple[Row, ...]:
    """Return the coming week's hours; days in a row with the same hours, today apart, share a line.

    Without a trusted time it is the regular week from Monday on.
    """
    rows: list[Row] = []
    groups: list[tuple[list[date], tuple[TimeRange, ...]]] = []
    for step in range(7):
        day = (today or A_MONDAY) + timedelta(days=step)
        hours = ranges_on(office, day) if today else weekly_ranges(office.hours, day)
        if step > (1 if today else 0) and groups[-1][1] == hours:
            groups[-1][0].append(day)
        else:
            groups.append(([day], hours))
    for days, hours in groups:
        words = "\n".join(map(say.range, hours)) or say.say("closed")
        rows.append(Row(_days(days, say, today), words, emphasis=days[0] == today))
    return tuple(rows)


def _days(days: list[date], say: Phrases, today: date | None) -> str:
    first = say.say("today") if days[0] == today else say.weekday(days[0].weekday())
    return capital(first if len(days) == 1 else f"{first} – {say.weekday(days[-1].weekday())}")


def next_times(world: World, say: Phrases, language: str, now: Now) -> tuple[tuple[Row, ...], str]:
    """Return the next free time of each topic at the screen's office, soonest first, and how sure that is."""
    fresh = list_freshness(world, now)
    if not fresh.known or fresh.as_of is None:
        return (), unknown_words(fresh, world, say, now)
    here = {topic: _here(topic, world, now) for topic in world.topics}
    first = sorted((each.slots[0] for each in here.values() if each.slots), key=lambda slot: slot.start)
    rows = [Row(_title(slot.topic, world, language), _moment(slot, world, say, now)) for slot in first]
    for topic, each in here.items():
        if not each.slots and not each.fresh.known:
            words = unknown_words(each.fresh, world, say, now, "_short")
            rows.append(Row(_title(topic, world, language), words))
    note = say.say("as_of", say.time(world.local(fresh.as_of))) if rows else say.say("none_free")
    return tuple(rows[:ROWS]), note


def _title(topic: str, world: World, language: str) -> str:
    return world.text(world.feed.topics[topic].title, language)


def _moment(slot: Slot, world: World, say: Phrases, now: Now) -> str:
    return say.moment(world.local(slot.start), world.today(now))
