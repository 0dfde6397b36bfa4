from dataclasses import replace

import pytest

from kiosk.feed.models import Targets
from kiosk.feed.targeting import is_for, media_for, playlists_for
from tests import feeds

SCREEN = feeds.feed(screens={"s1": feeds.screen(tags=["touch", "square"])}).screens["s1"]


@pytest.mark.parametrize(
    ("where", "meant"),
    [
        ({}, True),
        ({"screens": ["s1"]}, True),
        ({"screens": ["s2"]}, False),
        ({"offices": ["torg"], "tags": ["window", "touch"]}, True),
        ({"offices": ["torg"], "tags": ["window"]}, False),
        ({"except": {"screens": ["s1"]}}, False),
        ({"tags": ["touch"], "except": {"tags": ["square"]}}, False),
        ({"except": {"offices": ["other"]}}, True),
    ],
)
def test_which_screens_are_meant(where, meant):
    assert is_for(feeds.valid(Targets, where), "s1", SCREEN) is meant


def test_screen_needs_the_media_of_its_playlists_only():
    feed = feeds.feed({"here": {"slides": ["a"]}, "there": {"slides": ["b"], "where": {"screens": ["s2"]}}})
    slides = {name: replace(slide, picture=f"media/{name}.png") for name, slide in feed.slides.items()}
    feed = replace(feed, slides=slides)
    assert playlists_for(feed, "s1").keys() == {"here"}
    assert media_for(feed, "s1") == {"media/a.png"}
