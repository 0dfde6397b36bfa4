"""Free times in words, as rows: where and when a visitor can come, and how current that is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kiosk.booking import slots as booking
from kiosk.booking.drop_in import DropInTime, drop_ins
from kiosk.booking.nearby_offices import metres_between, offices_by_reach
from kiosk.booking.slots import Freshness, Slot, freshness, times_by_office
from kiosk.feed.models import Office
from kiosk.feed.wall_time import Now
from kiosk.frozen import frozen
from kiosk.ui.phrases import Phrases, any_direction, capital, phrases
from kiosk.ui.rows import nested
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.slides.attract_bar import office_words

SLOTS_HERE = 5
SLOTS_ELSEWHERE = 2


@frozen
class SlotRow:
    """A free time to choose; `key` identifies it when QML passes it back."""

    key: str
    day: str
    time: str
    brief: str = ""
    """The shortest text that distinguishes it from the other times, for very large text."""


@frozen
class OfficeTimesRow:
    """The times at one office; `note` says why there are none, or not all.

    `more` is whether more times are free than are shown.
    """

    office: str
    name: str
    address: str
    distance: str
    condition: str
    open: bool
    here: bool
    drop_in: str
    note: str
    more: bool
    slots: tuple[SlotRow, ...] = nested(SlotRow)


def free_slots(context: ScreenContext, topic: str, now: Now) -> tuple[Slot, ...]:
    """Return the free times for a topic, soonest first; none if the list is too old."""
    return booking.free_slots(context.slots, topic, context.feed.slots_valid_for, context.slots_instant(now))


def list_freshness(context: ScreenContext, now: Now) -> Freshness:
    """Return the freshness of the whole list of free times."""
    return freshness(context.slots, context.feed.slots_valid_for, context.slots_instant(now))


def fresh_for_s(context: ScreenContext, now: Now) -> float:
    """Return the seconds until the next free times become too old to be offered."""
    return booking.fresh_for_s(context.slots, context.feed.slots_valid_for, context.slots_instant(now))


def place_freshness(context: ScreenContext, office: str, topic: str, now: Now) -> Freshness:
    """Return the freshness of the free times for a topic at an office."""
    instant = context.slots_instant(now)
    return freshness(context.slots, context.feed.slots_valid_for, instant, office=office, topic=topic)


def slot_key(slot: Slot) -> str:
    """Return the key by which QML passes a slot back."""
    return f"{slot.office}/{slot.start.isoformat()}"


def freshness_words(context: ScreenContext, topic: str, language: str, now: Now) -> str:
    """Return in words how current the free times are; never empty."""
    say, fresh = phrases(language), list_freshness(context, now)
    if not fresh.known or fresh.as_of is None:
        return unknown_words(fresh, context, say, now)
    known = known_times(context, topic, now)
    if all(office.fresh.known and not office.slots for office in known):
        return say.say("none_free")
    return say.say("as_of", say.time(context.local(fresh.as_of)))


@frozen
class TopicTimes:
    """The times for a topic, with when they were last updated, or why there are none."""

    offices: tuple[OfficeTimesRow, ...]
    as_of: str = ""
    unknown: str = ""
    none_free: str = ""


def topic_times(context: ScreenContext, topic: str, language: str, now: Now) -> TopicTimes:
    """Return the times for a topic at each office that helps with it."""
    offices = office_times(context, topic, language, now)
    words = freshness_words(context, topic, language, now)
    if not list_freshness(context, now).known:
        return TopicTimes(offices, unknown=words)
    if any(office.slots for office in offices):
        return TopicTimes(offices, as_of=words)
    known = all(office.fresh.known for office in known_times(context, topic, now))
    return TopicTimes(offices, none_free=phrases(language).say("none_free") if known else "")


def unknown_words(fresh: Freshness, context: ScreenContext, say: Phrases, now: Now, short: str = "") -> str:
    """Return since when free times are unknown; `short` is the name suffix of the phrases without advice."""
    if fresh.as_of is None:
        return say.say(f"unknown{short}")
    return say.say(f"unknown_since{short}", say.since(context.local(fresh.as_of), context.today(now)))


def office_times(context: ScreenContext, topic: str, language: str, now: Now) -> tuple[OfficeTimesRow, ...]:
    """Return the offices that help with a topic: this one first, then by distance and wait."""
    known = {times.office: times for times in known_times(context, topic, now)}
    coming = {time.office: time for time in reversed(drop_ins(context.feed, topic, now))}
    first = {name: _first(known.get(name), coming.get(name)) for name in _helping(context, topic)}
    page = _Page(context, topic, phrases(language), now)
    return tuple(
        page.office(name, known.get(name), coming.get(name))
        for name in offices_by_reach(context.feed, context.office_id, first, now)
    )


def known_times(context: ScreenContext, topic: str, now: Now) -> tuple[booking.OfficeTimes, ...]:
    """Return the times for a topic at each office of the feed, the screen's own office first."""
    instant = context.slots_instant(now)
    offices = times_by_office(context.slots, topic, context.office_id, context.feed.slots_valid_for, instant)
    return tuple(times for times in offices if times.office in context.feed.offices)


def _helping(context: ScreenContext, topic: str) -> Iterator[str]:
    """Yield the offices with times for a topic, by their own rules or according to a booking system."""
    named = _offices_with_times(context, topic)
    for name, office in context.feed.offices.items():
        if name in named or _offers(office, topic):
            yield name


def _offices_with_times(context: ScreenContext, topic: str) -> set[str]:
    if context.slots is None:
        return set()
    free = {slot.office for slot in context.slots.by_topic.get(topic, ())}
    return free | {old.office for old in context.slots.older if old.topic == topic}


def _offers(office: Office, topic: str) -> bool:
    return any(topic in rule.topics for rule in office.bookable) or any(
        drop_in.topic == topic for drop_in in office.drop_in
    )


def _first(known: booking.OfficeTimes | None, drop_in: DropInTime | None) -> datetime | None:
    starts = [slot.start for slot in known.slots[:1]] if known else []
    return min([*starts, *([drop_in.start] if drop_in else [])], default=None)


@frozen
class _Page:
    """One topic's times for a reader at one moment."""

    context: ScreenContext
    topic: str
    say: Phrases
    now: Now

    def office(
        self, name: str, known: booking.OfficeTimes | None, drop_in: DropInTime | None
    ) -> OfficeTimesRow:
        office, here = self.context.feed.offices[name], name == self.context.office_id
        metres = metres_between(self.context.office, office)
        is_open, state = office_words(self.context, name, self.say, self.now)
        limit = SLOTS_HERE if here else SLOTS_ELSEWHERE
        return OfficeTimesRow(
            office=name,
            name=self.context.text(office.name, self.say.language),
            address=any_direction(self.context.text(office.address, self.say.language)),
            distance=self.say.distance(metres) if metres else "",
            condition=state,
            open=is_open,
            here=here,
            drop_in=self._drop_in(drop_in) if drop_in else "",
            note=self._note(name, known, drop_in),
            more=known is not None and len(known.slots) > limit,
            slots=tuple(map(self._slot, known.slots[:limit] if known else ())),
        )

    def _note(self, name: str, known: booking.OfficeTimes | None, drop_in: DropInTime | None) -> str:
        """Return why the times of one office are missing; what holds for the whole list is said above it.

        An office where visitors can come without booking never gets "none free".
        """
        if known is None or not list_freshness(self.context, self.now).known:
            return ""
        if not known.fresh.known:
            return unknown_words(known.fresh, self.context, self.say, self.now)
        rules = self.context.feed.offices[name].bookable
        booked = any(self.topic in rule.topics for rule in rules)
        return "" if known.slots or drop_in or not booked else self.say.say("none_free")

    def _slot(self, slot: Slot) -> SlotRow:
        start = self.context.local(slot.start)
        day = capital(self.say.short_day(start.date(), self.context.today(self.now)))
        return SlotRow(slot_key(slot), day, self.say.time(start))

    def _drop_in(self, time: DropInTime) -> str:
        start, end = self.context.local(time.start), self.context.local(time.end)
        if self.now and time.start <= self.now:
            return self.say.say("come_now", self.say.time(end))
        today = self.context.today(self.now)
        if start.date() == today:
            return self.say.say("come_today", self.say.span(start, end))
        return f"{self.say.say('drop_in')}: {self.say.hours(self.say.day(start.date(), today), start, end)}"
