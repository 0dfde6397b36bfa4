"""What the visitor takes away: how to book, as a code and in words, and what the staff need to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from PySide6.QtCore import QUrl

from kiosk.booking.booking_links import BookingOptions, booking_options
from kiosk.booking.calendar_invite import calendar_file
from kiosk.booking.slots import Freshness, Slot
from kiosk.booking.ticket_code import ticket_code
from kiosk.feed.wall_time import Now
from kiosk.frozen import frozen
from kiosk.ui.desk.fact_rows import STAFF_LANGUAGE, FactRow, way_to
from kiosk.ui.images import qr_url
from kiosk.ui.phrases import Phrases, capital, isolated, phrases
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.slides.attract_bar import office_words
from kiosk.ui.times_words import free_slots, list_freshness, place_freshness, unknown_words

NO_BREAK = "\u00a0"
_STEPS = {
    "link": ("scan_to_book", "confirm_link"),
    "phone": ("scan_to_call", "confirm_voice"),
    "email": ("scan_to_write", "confirm_email"),
    "desk": ("book_at_desk", "confirm_voice"),
}
"""The first two steps, by the way to book that the code opens."""


@frozen
class Ticket:
    """How to book what was chosen; `link` is the content of the code, empty if there is none."""

    slot: Slot | None = None
    """The time of the ticket; None if it is only for an office, or the time may no longer be free."""

    link: str = ""
    qr: QUrl = field(default_factory=QUrl)
    steps: tuple[str, ...] = ()
    """What to do until the time is booked."""

    not_booked: str = ""
    warning: str = ""
    """Why the time that was chosen is not named."""

    bring: tuple[str, ...] = ()
    change: str = ""
    """How to change or cancel a booking; empty if there is no number to call."""

    facts: tuple[FactRow, ...] = ()
    ways: tuple[FactRow, ...] = ()
    """How to book without a code: number, e-mail, web address."""

    phone: str = ""
    email: str = ""
    at_desk: bool = False
    staff_words: str = ""
    staff_here: bool = False
    """Whether the office is open now, so that the ticket can be shown there."""

    staff_steps: tuple[str, ...] = ()
    """The steps and `change` in the staff's language; empty if that is the visitor's."""

    code: str = ""
    """A short code that staff read out to be sure of the time."""

    calendar: str = ""
    """The time as a calendar file; empty if it may no longer be free."""

    calendar_qr: QUrl = field(default_factory=QUrl)


def ticket(  # noqa: PLR0913, PLR0917  # all that a visitor has chosen, and the time
    context: ScreenContext, topic: str, office_id: str, slot: Slot | None, language: str, now: Now
) -> Ticket:
    """Return the ticket for a choice; `slot` is None if the visitor will agree on a time with the office.

    The ticket does not name the time either if free times are no longer known, because it may be taken.
    """
    say, fresh = phrases(language), _least_fresh(context, topic, office_id, now)
    why = unknown_words(fresh, context, say, now) if slot and not fresh.known else ""
    slot = slot if fresh.known else None
    options = booking_options(context.feed, office_id, topic, language, slot)
    calendar = _calendar(context, slot, language, now) if slot else ""
    return Ticket(
        slot=slot,
        link=options.code,
        qr=qr_url(options.code),
        steps=_steps(options, say),
        not_booked=say.say("not_booked"),
        warning=why,
        bring=tuple(context.text(line, language) for line in context.feed.topics[topic].bring),
        change=_change(context, office_id, say),
        facts=_facts(context, topic, office_id, slot, language),
        ways=tuple(_ways(options, say)),
        phone=options.phone,
        email=options.email,
        at_desk="desk" in options.ways,
        staff_here=office_words(context, office_id, say, now)[0],
        staff_steps=() if language == STAFF_LANGUAGE else _staff_steps(options, context, office_id),
        staff_words=_staff_words(context, topic, slot),
        code=ticket_code(office_id, topic, slot),
        calendar=calendar,
        calendar_qr=qr_url(calendar),
    )


def _least_fresh(context: ScreenContext, topic: str, office_id: str, now: Now) -> Freshness:
    of_list = list_freshness(context, now)
    return place_freshness(context, office_id, topic, now) if of_list.known else of_list


def _steps(options: BookingOptions, say: Phrases) -> tuple[str, ...]:
    return tuple(say.say(name) for name in (*_STEPS[options.coded], "confirmed"))


def _staff_steps(options: BookingOptions, context: ScreenContext, office_id: str) -> tuple[str, ...]:
    say = phrases(STAFF_LANGUAGE)
    return tuple(filter(None, (*_steps(options, say)[:2], _change(context, office_id, say))))


def _change(context: ScreenContext, office_id: str, say: Phrases) -> str:
    phone = context.feed.offices[office_id].booking.phone
    return say.say("change", isolated(phone.replace(" ", NO_BREAK))) if phone else ""


def _ways(options: BookingOptions, say: Phrases) -> Iterator[FactRow]:
    """Yield one line with the first two ways that can be written down: number, e-mail, web address."""
    ways = {
        "phone": options.phone,
        "mail": options.email,
        "web": options.link.removeprefix("https://").partition("?")[0],
    }
    usable = [(name, isolated(value)) for name, value in ways.items() if value]
    if usable:
        name, first = usable[0]
        second = usable[1][1] if len(usable) > 1 else ""
        yield FactRow(say.say(name), first, second, {"web": "qr"}.get(name, name))


def _facts(
    context: ScreenContext, topic: str, office_id: str, slot: Slot | None, language: str
) -> tuple[FactRow, ...]:
    say, office = phrases(language), context.feed.offices[office_id]
    subject = context.feed.topics[topic]
    rows = [FactRow(say.say("topic"), context.text(subject.title, language), "", subject.icon)]
    if slot:
        rows.append(FactRow(say.say("when"), capital(_when(context, slot, say)), "", "clock"))
    name, way = context.text(office.name, language), way_to(context, office, language)
    return (*rows, FactRow(say.say("where"), name, way, "location"))


def _when(context: ScreenContext, slot: Slot, say: Phrases) -> str:
    start = context.local(slot.start)
    return say.at(say.long_day(start.date()), start)


def _staff_words(context: ScreenContext, topic: str, slot: Slot | None) -> str:
    """Return the visitor's request in the staff's language."""
    say = phrases(STAFF_LANGUAGE)
    title = context.text(context.feed.topics[topic].title, STAFF_LANGUAGE)
    return say.say("i_want_time", title, _when(context, slot, say)) if slot else say.say("i_want_help", title)


def _calendar(context: ScreenContext, slot: Slot, language: str, now: Now) -> str:
    """Return the time as a calendar file, if it is still known to be free."""
    if now is None or slot not in free_slots(context, slot.topic, now):
        return ""
    office = context.feed.offices[slot.office]
    summary = context.text(context.feed.topics[slot.topic].title, language)
    where = f"{context.text(office.name, language)}, {context.text(office.address, language)}"
    return calendar_file(slot, summary, where, now)
