from datetime import UTC, datetime, timedelta

import pytest
from pydantic import TypeAdapter, ValidationError

from kiosk.booking.nearby_offices import distance_m, metres_between, offices_by_reach
from kiosk.feed.written_sizes import GeoPosition
from tests import feeds

NOW = datetime(2026, 10, 13, 10, tzinfo=UTC)
STOCKHOLM, MALMO = GeoPosition(59.3293, 18.0686), GeoPosition(55.6050, 13.0038)


def district(**positions):
    offices = {name: feeds.office(**({"position": at} if at else {})) for name, at in positions.items()}
    return feeds.feed(offices=offices)


def days(count):
    return NOW + timedelta(days=count)


def test_distance_is_that_of_the_map():
    assert distance_m(STOCKHOLM, MALMO) == pytest.approx(513_000, rel=0.005)
    assert distance_m(GeoPosition(59.0, 18.0), GeoPosition(60.0, 18.0)) == pytest.approx(111_195, rel=0.001)


@pytest.mark.parametrize(
    ("one", "other", "metres"),
    [
        ((10.0, 179.9), (10.0, -179.9), 21_900),
        ((0.0, 0.0), (0.0, 180.0), 20_015_000),
        ((90.0, 0.0), (90.0, 120.0), 0),
    ],
)
def test_distance_over_the_date_line_round_the_earth_and_at_the_pole(one, other, metres):
    assert distance_m(GeoPosition(*one), GeoPosition(*other)) == pytest.approx(metres, rel=0.01, abs=0.01)


def test_this_office_is_first_whatever_it_has():
    feed = district(torg="59.3668, 17.8436", near="59.3669, 17.8436")
    assert offices_by_reach(feed, "torg", {"near": days(0), "torg": None}, NOW) == ("torg", "near")


def test_of_two_as_soon_the_nearer_is_first():
    feed = district(torg="59.3668, 17.8436", far="59.4000, 17.8436", near="59.3700, 17.8436")
    assert offices_by_reach(feed, "torg", {"torg": None, "far": days(1), "near": days(1)}, NOW)[1:] == (
        "near",
        "far",
    )


def test_a_day_sooner_is_worth_a_kilometre():
    feed = district(
        torg="59.3668, 17.8436", near="59.3700, 17.8436", far="59.3800, 17.8436"
    )  # 0.4 and 1.5 km
    assert offices_by_reach(feed, "torg", {"torg": None, "near": days(1), "far": days(0)}, NOW)[1] == "near"
    assert offices_by_reach(feed, "torg", {"torg": None, "near": days(2), "far": days(0)}, NOW)[1] == "far"


def test_office_without_a_time_is_last_however_near():
    feed = district(torg="59.3668, 17.8436", near="59.3669, 17.8436", far="59.9000, 17.8436")
    assert offices_by_reach(feed, "torg", {"torg": None, "near": None, "far": days(9)}, NOW)[1:] == (
        "far",
        "near",
    )


def test_without_positions_who_is_free_first_comes_first():
    feed = district(torg=None, one=None, two="59.3668, 17.8436")
    assert metres_between(feed.offices["torg"], feed.offices["two"]) is None
    assert offices_by_reach(feed, "torg", {"torg": None, "one": days(2), "two": days(1)}, NOW)[1:] == (
        "two",
        "one",
    )


@pytest.mark.parametrize(
    "text", ["59.3668", "91.0, 17.8", "59.3, 181.0", "59,3668, 17,8436", "north, east", ""]
)
def test_what_is_no_position_is_refused(text):
    with pytest.raises(ValidationError, match="a latitude and a longitude such as"):
        TypeAdapter(GeoPosition).validate_python(text)


@pytest.mark.parametrize("text", ["59.366800, 17.843600", "-0.500000, -179.999999"])
def test_position_is_written_as_it_is_read(text):
    assert str(GeoPosition.parse(text)) == text
