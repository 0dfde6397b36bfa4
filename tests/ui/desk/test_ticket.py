"""How to book as the ticket says it: by the right way, in two languages, and with a code for the calendar."""

from dataclasses import replace
from datetime import timedelta

import icalendar
import pytest

from kiosk.feed.booking_ways import Booking
from kiosk.ui.desk.ticket import ticket
from kiosk.ui.desk.ticket_image import Code, Words
from kiosk.ui.desk.ticket_words import ticket_parts
from tests import feeds
from tests.ui.conftest import TUESDAY
from tests.ui.qrcodes import read_qr
from tests.ui.walk import go, settle

PHONE, LINK, MAIL = "08-465 004 00", "https://boka.example/{office}{?slot}", "torget@infodisk.example"
WAYS = {
    "link": (
        {"link": LINK},
        "https://boka.example/torget?slot=",
        "Skanna QR-koden med mobilen för att boka.",
    ),
    "phone": ({"phone": PHONE}, "tel:+46846500400", "Skanna QR-koden med mobilen för att ringa och boka."),
    "email": ({"email": MAIL}, f"mailto:{MAIL}?subject=Boka%20tid", "Texten är redan skriven, på svenska."),
    "desk": ({"by": ["desk"]}, "", "Boka i disken. Du behöver ingen telefon."),
}


@pytest.fixture
def context_with(qapp, context_of, sample):
    """Make the context of a feed whose office at the square is booked in these ways."""

    def make(**ways):
        office = replace(sample.offices["torget"], booking=feeds.valid(Booking, ways))
        return context_of(feed=replace(sample, offices={**sample.offices, "torget": office}))

    return make


def ticket_of(context, language="ar", now=TUESDAY):
    slot = next(each for each in context.slots.slots if (each.office, each.topic) == ("torget", "housing"))
    return ticket(context, "housing", "torget", slot, language, now)


def words_of(parts):
    return "\n".join(part.text for part in parts if isinstance(part, Words))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("language", ["sv", "ar"])
def test_screen_and_paper_say_the_way_in_both_languages_and_carry_it(screen_of, context_with, way, language):
    ways, code, sentence = WAYS[way]
    context = context_with(**ways)
    screen = screen_of(context)
    go(screen, "ticket", language)
    seen = read_qr(screen.picture())
    assert seen[1] in {seen[0], ""}  # OpenCV does not read each code that is as large as a letter's
    assert seen[0].startswith(code)
    assert bool(seen[0]) is bool(code)
    assert sentence in screen.words()
    printed = ticket_of(context, language)
    assert printed.link == seen[0]
    parts = ticket_parts(printed, language, rtl=language == "ar")
    assert [part.link for part in parts if isinstance(part, Code)] == ([seen[0]] if code else [])
    assert sentence in words_of(parts)
    assert all(step in words_of(parts) for step in printed.steps)


def test_office_that_does_not_book_at_the_desk_sends_nobody_there(screen_of, context_with):
    context = context_with(phone=PHONE, by=["phone"])
    screen = screen_of(context)
    go(screen, "ticket", "sv")
    assert "disken" not in screen.words()
    assert "disken" not in words_of(ticket_parts(ticket_of(context, "sv"), "sv", rtl=False))
    assert PHONE in screen.words()


def test_second_code_is_the_time_for_the_calendar(screen_of, context_with):
    context = context_with(link=LINK)
    screen = screen_of(context)
    go(screen, "ticket", "ar")
    screen.touch("calendar-button")
    settle()
    seen = read_qr(screen.picture())
    assert seen[1] in {seen[0], ""}
    (event,) = icalendar.Calendar.from_ical(seen[0]).walk("VEVENT")
    assert event.start.isoformat() in {slot.start.isoformat() for slot in context.slots.slots}
    assert event["SUMMARY"] == context.text(context.feed.topics["housing"].title, "ar")
    assert "Hässelby torg 10" in event["LOCATION"]
    screen.touch("calendar-button")
    settle()
    assert read_qr(screen.picture())[0].startswith("https:")


def test_time_that_is_not_sure_is_no_code_for_the_calendar(context_with):
    context = context_with(link=LINK)
    assert ticket_of(context).calendar
    assert not ticket_of(context, now=TUESDAY + timedelta(minutes=16)).calendar  # the list is too old
    assert not ticket(context, "housing", "torget", None, "ar", TUESDAY).calendar


def test_the_words_for_the_desk_name_the_day_as_inside_a_sentence(context_with):
    printed = ticket_of(context_with(phone=PHONE), "en")
    assert printed.staff_words.startswith("Jag vill boka: Söka bostad, tisdag ")
    assert any(fact.value.startswith("Tuesday ") for fact in printed.facts)
