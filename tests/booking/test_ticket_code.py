"""The code of a ticket: short, the same for all who chose the same, and plain to read out."""

from datetime import UTC, datetime, timedelta

from kiosk.booking.slots import Slot
from kiosk.booking.ticket_code import ALPHABET, ticket_code

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def slot(start=START):
    return Slot(office="torget", topic="housing", start=start, end=start + timedelta(minutes=30))


def test_the_same_choice_has_the_same_code_on_every_kiosk():
    assert ticket_code("torget", "housing", slot()) == "HX9W"
    assert ticket_code("torget", "housing", slot(START.astimezone())) == "HX9W"


def test_other_choices_have_other_codes():
    many = {ticket_code("torget", "housing", slot(START + timedelta(minutes=30 * n))) for n in range(100)}
    assert len(many) == 100
    assert ticket_code("torget", "housing", None) != ticket_code("torget", "study", None)


def test_code_can_be_read_out():
    codes = "".join(ticket_code("torget", str(n), None) for n in range(500))
    assert len(codes) == 2000
    assert set(codes) == set(ALPHABET)
    assert not set(ALPHABET) & set("AEIOUBDGLNQSVZ01258")
