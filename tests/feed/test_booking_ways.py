import pytest
from pydantic import ValidationError

from kiosk.feed.booking_ways import Booking
from kiosk.feed.serialization import read_feed, write_feed
from tests import feeds

PHONE, LINK = "08-465 004 00", "https://boka.example/{office}{?slot}"


def read(**ways):
    return feeds.valid(Booking, ways)


def test_ways_are_all_there_are_with_the_desk_last():
    assert read(phone=PHONE, link=LINK).order == ("link", "phone", "desk")
    assert read(phone=PHONE, link=LINK, by=["phone", "link"]).order == ("phone", "link")


def test_topic_has_what_is_said_of_it_and_else_what_holds_for_the_office():
    booking = read(
        phone=PHONE, link=LINK, topics={"study": {"by": ["desk"]}, "home": {"phone": "08-465 004 01"}}
    )
    assert booking.ways("study").order == ("desk",)
    assert booking.ways("home").order == ("link", "phone", "desk")
    assert (booking.ways("home").phone, booking.ways("else").phone) == ("08-465 004 01", PHONE)


@pytest.mark.parametrize(
    ("ways", "wanted"),
    [
        ({}, r"a way to book: 'link', 'phone', 'email', or 'by: \[desk\]', got nothing"),
        ({"topics": {"study": {"phone": PHONE}}}, "a way to book"),
        ({"by": ["phone"]}, "'phone', since 'by' lists it, got nothing"),
        ({"phone": PHONE, "topics": {"study": {"by": ["email"]}}}, "'email' for the topic 'study'"),
        ({"phone": PHONE, "by": []}, "at least 1"),
        ({"phone": PHONE, "by": ["phone", "phone"]}, "each way once"),
        ({"phone": PHONE, "by": ["fax"]}, "Input should be 'link', 'phone'"),
        (
            {"link": "https://boka.example/{offcie}"},
            "no parts to fill in other than {office}, .*got '{offcie}'",
        ),
        ({"link": "https://boka.example/{office"}, "one name in each pair of braces, such as {office}"),
        ({"link": "https://{office}/"}, "a web address that starts with https://"),
        ({"link": "https://boka.example/{topic:x}"}, "one name in each pair of braces"),
        ({"link": "https://boka .example/"}, r"an address without U\+0020"),
        ({"link": "https://user@boka.example/"}, "a web address without a user name"),
        ({"link": "https://boka.example:x/"}, "a web address that starts with https://"),
    ],
)
def test_what_is_no_way_to_book_is_refused(ways, wanted):
    with pytest.raises(ValidationError, match=wanted):
        read(**ways)


def test_booking_is_published_as_it_is_written():
    ways = {"link": LINK, "by": ["link", "desk"], "topics": {"home": {"by": ["desk"]}}}
    feed = feeds.feed(offices={"torg": feeds.office(booking=ways)})
    assert read_feed(write_feed(feed)) == feed
