from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.booking.booking_letter import letter
from kiosk.booking.booking_links import booking_link, booking_options, mailto, tel
from kiosk.booking.slots import Slot
from kiosk.feed.booking_ways import Booking
from tests import feeds

START, END = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)
SLOT = Slot(office="torg", topic="home", start=START, end=END)
LINK = "https://booking.example/{office}{?topic,lang,slot}"
SYSTEMS = {
    "zms": ("https://zms.example/#/services/{service}/locations/{provider}", "#/services/s1/locations/p1"),
    "easyappointments": ("https://easy.example/{?service,provider}", "?service=s1&provider=p1"),
    "calcom": (
        "https://cal.example/torg/{service}{?month,date,slot}",
        "torg/s1?month=2026-10&date=2026-10-25&slot=2026-10-25T02%3A30%2B02%3A00",
    ),
    "nextcloud": (
        "https://cloud.example/apps/calendar/appointment/{service}",
        "apps/calendar/appointment/s1",
    ),
}


def booking(**ways):
    return feeds.feed(offices={"torg": feeds.office(booking=ways)})


def unchecked(**ways):
    """A feed whose booking nobody has checked, as one that an older program published."""
    feed = booking(by=["desk"])
    office = replace(feed.offices["torg"], booking=Booking(**ways))
    return replace(feed, offices={"torg": office})


def ways_to_book(feed, topic="home", language="ar", slot=SLOT):
    return booking_options(feed, "torg", topic, language, slot)


def test_link_carries_office_topic_language_and_slot_with_its_offset():
    link = booking_link(feeds.feed(), "torg", "home", "ar", SLOT)
    assert link == "https://booking.example/torg?topic=home&lang=ar&slot=2026-10-25T02%3A30%2B02%3A00"


def test_link_without_a_slot_leaves_it_out():
    link = booking_link(feeds.feed(), "torg", "home", "sv", None)
    assert link == "https://booking.example/torg?topic=home&lang=sv"


@pytest.mark.parametrize("system", SYSTEMS)
def test_link_leads_deep_into_a_system(system):
    template, end = SYSTEMS[system]
    feed = booking(link=template, provider="p1", topics={"home": {"service": "s1"}})
    assert booking_link(feed, "torg", "home", "ar", SLOT).endswith(f".example/{end}")
    assert ("slot" in template) or booking_link(feed, "torg", "home", "ar", None).endswith(end)


def test_topic_that_the_system_does_not_know_has_another_way():
    feed = booking(
        link=SYSTEMS["zms"][0], phone="08-465 004 00", provider="p1", topics={"home": {"service": "s"}}
    )
    assert ways_to_book(feed).coded == "link"
    assert (ways_to_book(feed, "study").coded, ways_to_book(feed, "study").link) == ("phone", "")


def test_words_of_a_link_are_those_of_an_address():
    feed = booking(link="https://boka.example/möte/{service}", topics={"home": {"service": "å/ä?ö"}})
    assert ways_to_book(feed).code == "https://boka.example/m%C3%B6te/%C3%A5%2F%C3%A4%3F%C3%B6"


@pytest.mark.parametrize(
    ("ways", "order", "code"),
    [
        ({"link": LINK, "phone": "08-465 004 00"}, ("link", "phone", "desk"), "https:"),
        ({"link": LINK, "phone": "08-465 004 00", "by": ["phone", "link"]}, ("phone", "link"), "tel:"),
        ({"email": "a@b.example"}, ("email", "desk"), "mailto:"),
        ({"phone": "08-465 004 00", "by": ["desk", "phone"]}, ("desk", "phone"), "tel:"),
        ({"link": LINK, "by": ["desk"]}, ("desk",), ""),
    ],
)
def test_code_carries_the_first_way_that_a_telephone_can_use(ways, order, code):
    found = ways_to_book(booking(**ways))
    assert found.ways == order
    assert found.code.startswith(code)
    assert bool(found.code) is bool(code)


def test_topic_has_its_own_way():
    feed = booking(link=LINK, topics={"study": {"by": ["phone"], "phone": "08-465 004 07"}})
    assert ways_to_book(feed).code.startswith("https:")
    assert ways_to_book(feed, "study").code == "tel:+46846500407"
    assert (ways_to_book(feed, "study").link, ways_to_book(feed).phone) == ("", "")


@pytest.mark.parametrize(
    "link",
    [
        "https://b.example/{",
        "https://{office",
        "{}",
        "http://[",
        "javascript:alert(1)",
        "https://{topic:x}/",
        "",
    ],
)
def test_template_that_makes_no_address_leaves_the_desk(link):
    found = ways_to_book(unchecked(link=link))
    assert (found.ways, found.code, found.coded) == (("desk",), "", "desk")


@given(st.text(max_size=40), st.booleans())
def test_no_template_is_an_exception(text, begun):
    found = ways_to_book(unchecked(link=f"https://b.example/{text}" if begun else text))
    assert found.code == "" or urlsplit(found.code).scheme == "https"


@pytest.mark.parametrize(
    ("written", "called"),
    [
        ("08-465 004 00", "tel:+46846500400"),
        ("+46 8 465 004 00", "tel:+46846500400"),
        ("0046 8 465 004 00", "tel:+46846500400"),
        ("116 000", "tel:116000"),
    ],
)
def test_number_can_be_called_from_abroad(written, called):
    assert tel(written) == called


def test_letter_asks_in_swedish_for_topic_time_and_language():
    address = ways_to_book(booking(email="boka+tid@torget.example")).code
    parts = urlsplit(address)
    asked = parse_qs(parts.query, strict_parsing=True)
    assert (parts.scheme, unquote(parts.path)) == ("mailto", "boka+tid@torget.example")
    assert asked["subject"] == ["Boka tid: home, söndag 25 oktober kl. 02:30"]
    lines = asked["body"][0].split("\r\n")
    assert lines[:3] == [
        "Hej!",
        "Jag vill boka en tid: home, söndag 25 oktober kl. 02:30, Torget.",
        "Jag talar arabiska.",
    ]
    assert lines[-1] == "Mitt telefonnummer: "
    assert set(address) <= set("%:?=&@.+-_~") | set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    )


def test_letter_of_a_swedish_reader_names_no_language_and_one_without_a_time_no_time():
    subject, body = letter(feeds.feed(), "torg", "home", "sv", None)
    assert subject == "Boka tid: home"
    assert "talar" not in body


def test_language_without_a_swedish_name_is_named_in_itself():
    feed = feeds.feed()
    assert "Jag talar engelska." in letter(feed, "torg", "home", "en", None).body
    assert "Jag talar xx." in letter(feed, "torg", "home", "xx", None).body


@given(st.text(max_size=60), st.text(max_size=200))
def test_whatever_is_written_arrives(subject, body):
    query = urlsplit(mailto("a&b?c@d.example", subject, body)).query
    found = parse_qs(query, keep_blank_values=True, strict_parsing=True, errors="strict")
    assert found["subject"] == [subject]
    assert found["body"] == ["\r\n".join(body.splitlines())]
    assert mailto("a&b?c@d.example", "", "").startswith("mailto:a%26b%3Fc@d.example?")
