"""The list of free times: times offered by rules minus busy time in calendars, plus slots of booking systems.

Slots of a source that cannot be read are omitted, and the list contains the age of the last known ones. If
one source of an office and topic is missing, older readings of its other sources are omitted too, so that the
age in the list applies to the missing slots, and the listed ones are current.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, time, timedelta

from kiosk.booking.bookable_rules import horizon, offered
from kiosk.booking.busy_subtraction import free
from kiosk.booking.slots import MAX_SLOTS, Slot, SlotAge, SlotList
from kiosk.feed.models import Bookable, Feed
from kiosk.feed.wall_time import Span, utc
from kiosk.frozen import frozen

OfficeTopic = tuple[str, str]
"""An office and a topic, by their ids."""


@frozen
class SourceReading:
    """The data of a source: busy time of its calendar, and its free slots."""

    busy: tuple[Span, ...] = ()
    free: tuple[Slot, ...] = ()


@frozen
class SourceState:
    """The last usable reading of a source (None if there is none) and its time.

    `places` are the offices and topics whose free slots the source itself provides; empty for a calendar.
    """

    reading: SourceReading | None = None
    as_of: datetime | None = None
    places: tuple[OfficeTopic, ...] = ()


@frozen
class LeftOut:
    """The slots of an office that do not fit into a list: how many, the start of the first, their sources."""

    office: str
    count: int
    first: datetime
    sources: tuple[str, ...]
    """The names of the calendars and booking systems that the slots come from."""


@frozen
class SlotOffer:
    """The free times at a moment: the list to publish, and the slots that do not fit into it."""

    listed: SlotList
    left_out: tuple[LeftOut, ...] = ()


def window(feed: Feed, now: datetime) -> Span:
    """Return the span, in whole UTC days, in which the feed's rules may offer times."""
    rules = [rule for office in feed.offices.values() for rule in office.bookable]
    ahead = max(
        (horizon(rule) + timedelta(seconds=rule.length + rule.buffer) for rule in rules), default=timedelta()
    )
    start = datetime.combine(utc(now).date() - timedelta(days=1), time(), UTC)
    return Span(start, start + timedelta(days=max(ahead.days, 14) + 4))


def slot_offer(feed: Feed, states: Mapping[str, SourceState], now: datetime) -> SlotOffer:
    """Return the free times at `now`; `states` are the sources by name."""
    now = utc(now)
    partial = _partial(feed, states)
    slots = {
        slot
        for state in states.values()
        for slot in _direct(feed, state, now)
        if state.as_of == now or (slot.office, slot.topic) not in partial
    }
    ages = _direct_ages(feed, states.values())
    for office, rule in _rules(feed):
        used = [states.get(name, SourceState()) for name in rule.calendars]
        ages += [((office, topic), state.as_of) for topic in rule.topics for state in used]
        readings = [state.reading for state in used if state.reading]
        if len(readings) == len(used):
            busy = [span for reading in readings for span in reading.busy]
            current = all(state.as_of == now for state in used)
            topics = [topic for topic in rule.topics if current or (office, topic) not in partial]
            spans = free(offered(feed, office, rule, now), busy, rule.buffer) if topics else ()
            slots |= {
                Slot(office=office, topic=t, start=start, end=end) for start, end in spans for t in topics
            }
    ordered = sorted(slots, key=lambda slot: (slot.start, slot.end, slot.office, slot.topic))
    listed = SlotList(generated_at=now, slots=tuple(ordered[:MAX_SLOTS]), older=_older(ages, now))
    return SlotOffer(listed, tuple(_left_out(feed, states, ordered[MAX_SLOTS:])))


def _left_out(feed: Feed, states: Mapping[str, SourceState], slots: Iterable[Slot]) -> Iterator[LeftOut]:
    by_office: dict[str, list[Slot]] = {}
    for slot in slots:
        by_office.setdefault(slot.office, []).append(slot)
    for office, dropped in sorted(by_office.items()):
        topics = {slot.topic for slot in dropped}
        names = {
            name for name, state in states.items() for topic in topics if (office, topic) in state.places
        }
        for rule in feed.offices[office].bookable:
            names |= set(rule.calendars) if topics & set(rule.topics) else set()
        yield LeftOut(office, len(dropped), dropped[0].start, tuple(sorted(names)))


def _rules(feed: Feed) -> Iterator[tuple[str, Bookable]]:
    return ((name, rule) for name, office in feed.offices.items() for rule in office.bookable)


def _partial(feed: Feed, states: Mapping[str, SourceState]) -> set[OfficeTopic]:
    """Return the offices and topics with a missing source."""
    partial = [place for state in states.values() if state.reading is None for place in state.places]
    for office, rule in _rules(feed):
        if any(states.get(name, SourceState()).reading is None for name in rule.calendars):
            partial += [(office, topic) for topic in rule.topics]
    return set(partial)


def _direct(feed: Feed, state: SourceState, now: datetime) -> Iterator[Slot]:
    """Yield the future free slots of a booking system, for offices and topics of this feed."""
    for slot in state.reading.free if state.reading else ():
        if slot.start > now and slot.office in feed.offices and slot.topic in feed.topics:
            yield slot


def _direct_ages(feed: Feed, states: Iterable[SourceState]) -> list[tuple[OfficeTopic, datetime | None]]:
    return [
        ((office, topic), state.as_of)
        for state in states
        for office, topic in state.places
        if office in feed.offices and topic in feed.topics
    ]


def _older(ages: Iterable[tuple[OfficeTopic, datetime | None]], now: datetime) -> tuple[SlotAge, ...]:
    """Return the oldest age for each office and topic, if that is older than the list."""
    oldest: dict[OfficeTopic, datetime | None] = {}
    for place, as_of in ages:
        before = oldest.setdefault(place, as_of)
        oldest[place] = None if None in (before, as_of) else min(before or now, as_of or now)
    return tuple(
        SlotAge(office=office, topic=topic, as_of=as_of)
        for (office, topic), as_of in sorted(oldest.items(), key=lambda item: item[0])
        if as_of is None or as_of < now
    )
