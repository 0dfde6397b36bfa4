from datetime import UTC, datetime

from kiosk.booking.links import booking_link
from kiosk.booking.slots import Slot
from tests.feeds import feed

START, END = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)


def test_link_carries_office_topic_language_and_slot_with_its_offset():
    slot = Slot(office="torg", topic="home", start=START, end=END)
    link = booking_link(feed(), "torg", "home", "ar", slot)
    assert link == "https://booking.example/torg?topic=home&lang=ar&slot=2026-10-25T02%3A30%2B02%3A00"


def test_link_without_a_slot_leaves_it_out():
    assert (
        booking_link(feed(), "torg", "home", "sv", None) == "https://booking.example/torg?topic=home&lang=sv"
    )
