"""Facts as rows: opening hours, when to come for a topic, and the next free times."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kiosk.booking.drop_in import drop_ins
from kiosk.booking.opening_hours import ranges_on
from kiosk.booking.slots import OfficeTimes, Slot
from kiosk.feed.models import Office
from kiosk.feed.wall_time import Now, weekly_ranges
from kiosk.feed.written_times import TimeRange
from kiosk.ui.phrases import Phrases, capital
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.slides.slide_card import SlideRow
from kiosk.ui.times_words import known_times, list_freshness, unknown_words

ROWS = 8
A_MONDAY = date(2024, 1, 1)


def when_to_come(topic: str, context: ScreenContext, say: Phrases, now: Now) -> tuple[SlideRow, ...]:
    """Return at most one row, which says when to come: without booking, or at the next free time."""
    for time in drop_ins(context.feed, topic, now):
        if time.office == context.office_id:
            day = capital(say.day(context.local(time.start).date(), context.today(now)))
            hours = say.hours(day, context.local(time.start), context.local(time.end))
            return (SlideRow(say.say("drop_in"), hours, emphasis=True),)
    here = _here(topic, context, now)
    if here.slots:
        return (SlideRow(say.say("next_free"), _moment(here.slots[0], context, say, now)),)
    if here.fresh.known or not any(topic in rule.topics for rule in context.office.bookable):
        return ()
    return (SlideRow(say.say("next_free"), unknown_words(here.fresh, context, say, now, "_short")),)


def _here(topic: str, context: ScreenContext, now: Now) -> OfficeTimes:
    """Return the free times for a topic at the screen's office, with their freshness."""
    return known_times(context, topic, now)[0]


def week_hours(
    office: Office, say: Phrases, today: date | None, *, short: bool = False
) -> tuple[SlideRow, ...]:
    """Return the hours of the coming week; successive days with the same hours, except today, share a row.

    Without a trusted time, it is the regular week from Monday. `short` hours are written as on a door sign:
    10–16.
    """
    rows: list[SlideRow] = []
    groups: list[tuple[list[date], tuple[TimeRange, ...]]] = []
    for step in range(7):
        day = (today or A_MONDAY) + timedelta(days=step)
        hours = ranges_on(office, day) if today else weekly_ranges(office.hours, day)
        if step > (1 if today else 0) and groups[-1][1] == hours:
            groups[-1][0].append(day)
        else:
            groups.append(([day], hours))
    for days, hours in groups:
        words = "\n".join(map(say.short_range if short else say.range, hours)) or say.say("closed")
        rows.append(SlideRow(_days(days, say, today), words, emphasis=days[0] == today))
    return tuple(rows)


def _days(days: list[date], say: Phrases, today: date | None) -> str:
    first = say.say("today") if days[0] == today else say.weekday(days[0].weekday())
    return capital(first if len(days) == 1 else f"{first} – {say.weekday(days[-1].weekday())}")


def next_times(
    context: ScreenContext, say: Phrases, language: str, now: Now
) -> tuple[tuple[SlideRow, ...], str]:
    """Return the next free time of each topic at the screen's office, soonest first, with a note.

    The first row of each day has the day as its heading. The note says how current the times are.
    """
    fresh = list_freshness(context, now)
    if not fresh.known or fresh.as_of is None:
        return (), unknown_words(fresh, context, say, now)
    here = {topic: _here(topic, context, now) for topic in context.topics}
    first = sorted((times.slots[0] for times in here.values() if times.slots), key=lambda slot: slot.start)
    rows = [_departure(slot, context, say, language) for slot in first]
    days = [context.local(slot.start).date() for slot in first]
    for place, day in enumerate(days):
        if place == 0 or day != days[place - 1]:
            rows[place] = replace(rows[place], group=capital(say.day(day, context.today(now))))
    for topic, times in here.items():
        if not times.slots and not times.fresh.known:
            words = unknown_words(times.fresh, context, say, now, "_short")
            rows.append(SlideRow(_title(topic, context, language), words))
    note = say.say("as_of", say.time(context.local(fresh.as_of))) if rows else say.say("none_free")
    return tuple(rows[:ROWS]), note


def _departure(slot: Slot, context: ScreenContext, say: Phrases, language: str) -> SlideRow:
    return SlideRow(_title(slot.topic, context, language), say.time(context.local(slot.start)))


def _title(topic: str, context: ScreenContext, language: str) -> str:
    return context.text(context.feed.topics[topic].title, language)


def _moment(slot: Slot, context: ScreenContext, say: Phrases, now: Now) -> str:
    return say.moment(context.local(slot.start), context.today(now))
