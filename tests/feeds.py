"""A small feed in memory, for the tests of what is made from a feed."""

from kiosk.feed.constraints import adapter
from kiosk.feed.models import Feed

ZONE = "Europe/Stockholm"


def office(**changes):
    base = {
        "name": "Torget",
        "address": "Torget 1",
        "booking": {"link": "https://booking.example/{office}{?topic,lang,slot}"},
    }
    return base | changes


def screen(**changes):
    base = {"office": "torg", "size": "530 x 300", "resolution": "1920 x 1080", "languages": ["sv"]}
    return base | changes


def feed(playlists=None, offices=None, screens=None, timezone=ZONE):
    playlists = playlists or {}
    slides = {slide for each in playlists.values() for slide in each["slides"]}
    return valid(
        Feed,
        {
            "format": 1,
            "name": "Prov",
            "timezone": timezone,
            "languages": {"sv": {"name": "Svenska"}, "en": {"name": "English"}},
            "offices": offices or {"torg": office()},
            "screens": screens or {"s1": screen()},
            "topics": {
                name: {"title": name, "icon": "home", "summary": name, "help": [name]}
                for name in ("home", "study")
            },
            "playlists": playlists,
            "slides": {slide: {"kind": "message", "title": slide} for slide in sorted(slides)},
        },
    )


def valid(model, value):
    """Return the value as a model, validated as what an admin writes is."""
    return adapter(model).validate_python(value)


def plain(feed):
    """Return a feed as the plain value that it is validated from."""
    return adapter(Feed).dump_python(feed, by_alias=True)
