"""Facts as rows: when an office is open, when to come for a topic, what can be booked next."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kiosk.booking.dropin import drop_ins
from kiosk.booking.hours import ranges_on
from kiosk.booking.slots import Slot, freshness, open_slots
from kiosk.content.models import Office
from kiosk.content.values import TimeRange
from kiosk.ui.card import Row
from kiosk.ui.phrases import Phrases, capital
from kiosk.ui.world import World

ROWS = 6


def when_to_come(topic: str, world: World, say: Phrases, now: datetime) -> tuple[Row, ...]:
    """Return the one row that says when to come for a topic: without booking, or the next free time."""
    for time in drop_ins(world.feed, topic, now):
        if time.office == world.office_id:
            day = capital(say.day(world.local(time.start).date(), now.date()))
            span = say.span(world.local(time.start), world.local(time.end))
            return (Row(say.say("drop_in"), f"{day} {span}", emphasis=True),)
    free = _free_here(topic, world, now)
    return tuple(
        Row(say.say("next_free"), say.moment(world.local(slot.start), now.date())) for slot in free[:1]
    )


def _free_here(topic: str, world: World, now: datetime) -> list[Slot]:
    if not freshness(world.slots, world.feed.slots_valid_for, now).known or world.slots is None:
        return []
    return [slot for slot in open_slots(world.slots, topic, now) if slot.office == world.office_id]


def week(office: Office, say: Phrases, today: date) -> tuple[Row, ...]:
    """Return the coming week's hours; days in a row with the same hours, today apart, share a line."""
    rows: list[Row] = []
    groups: list[tuple[list[date], tuple[TimeRange, ...]]] = []
    for step in range(7):
        day = today + timedelta(days=step)
        hours = ranges_on(office, day)
        if step > 1 and groups[-1][1] == hours:
            groups[-1][0].append(day)
        else:
            groups.append(([day], hours))
    for days, hours in groups:
        words = "\n".join(map(say.range, hours)) or say.say("closed")
        rows.append(Row(_days(days, say, today), words, emphasis=days[0] == today))
    return tuple(rows)


def _days(days: list[date], say: Phrases, today: date) -> str:
    first = say.say("today") if days[0] == today else say.weekday(days[0].weekday())
    return capital(first if len(days) == 1 else f"{first} – {say.weekday(days[-1].weekday())}")


def next_times(world: World, say: Phrases, language: str, now: datetime) -> tuple[tuple[Row, ...], str]:
    """Return the next free time of each topic at the screen's office, soonest first, and how sure that is."""
    fresh = freshness(world.slots, world.feed.slots_valid_for, now)
    if not fresh.known or fresh.as_of is None:
        return (), say.say("unknown_since", say.time(world.local(fresh.as_of))) if fresh.as_of else say.say(
            "unknown"
        )
    first = [slot for topic in world.feed.topics for slot in _free_here(topic, world, now)[:1]]
    first.sort(key=lambda slot: slot.start)
    rows = tuple(_slot_row(slot, world, say, language, now) for slot in first[:ROWS])
    return rows, say.say("as_of", say.time(world.local(fresh.as_of))) if rows else say.say("none_free")


def _slot_row(slot: Slot, world: World, say: Phrases, language: str, now: datetime) -> Row:
    title = world.text(world.feed.topics[slot.topic].title, language)
    return Row(title, say.moment(world.local(slot.start), now.date()))
