"""The picture of a welcome follows the office's door and the month, by a trusted clock only."""

from datetime import UTC, datetime

import pytest

from kiosk.feed.localized_text import Text
from kiosk.feed.slides import WelcomeSlide, media_of
from kiosk.ui.slides.door_picture import door_picture
from kiosk.ui.slides.slide_contents import slide_contents
from tests.ui.conftest import TUESDAY

NIGHT = datetime(2026, 11, 24, 2, tzinfo=UTC)
DECEMBER = datetime(2026, 12, 8, 11, tzinfo=UTC)
NEW_YEAR = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)  # in Sweden it is January
LAST_NIGHT = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)  # and here December
ALL = {state: f"media/{state}.svg" for state in ("closed", "december", "december-closed")}


def welcome(*states):
    pictures = {state: ALL[state] for state in states}
    return WelcomeSlide(kind="welcome", title=Text("Hej"), picture="media/open.svg", pictures=pictures)


@pytest.mark.parametrize(
    ("now", "states", "picture"),
    [
        (TUESDAY, ALL, "open"),
        (NIGHT, ALL, "closed"),
        (DECEMBER, ALL, "december"),
        (LAST_NIGHT, ALL, "december-closed"),
        (NEW_YEAR, ALL, "closed"),
        (None, ALL, "open"),
        (NIGHT, ("december",), "open"),
        (LAST_NIGHT, ("december", "closed"), "closed"),
        (LAST_NIGHT, ("december",), "december"),
        (DECEMBER, ("closed",), "open"),
        (DECEMBER, (), "open"),
    ],
)
def test_the_door_as_it_is(context_of, now, states, picture):
    assert door_picture(welcome(*states), context_of(), now) == f"media/{picture}.svg"


def test_the_picture_is_on_the_card_and_every_one_is_downloaded(context_of, sample):
    slide = sample.slides["welcome"]
    shown = [
        slide_contents(slide, context_of(), "sv", now)[0].picture.toString()
        for now in (TUESDAY, NIGHT, DECEMBER, LAST_NIGHT)
    ]
    assert len(set(shown)) == 4
    assert len(media_of(slide)) == 4


def test_a_welcome_without_pictures_is_as_before(context_of):
    slide = WelcomeSlide(kind="welcome", title=Text("Hej"))
    assert door_picture(slide, context_of(), NIGHT) is None
