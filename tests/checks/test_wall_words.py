"""Screens without touch show no more words than can be read in passing."""

from dataclasses import replace

import pytest

from kiosk.checks import wall_words
from kiosk.checks.check_subject import Subject
from kiosk.feed.models import Feed
from kiosk.feed.yaml_reader import read
from tests import feeds
from tests.drawn_checks.conftest import NOW

TWELVE = "ett två tre fyra fem sex sju åtta nio tio elva tolv"


def problems(slide, **screen):
    feed = feeds.feed({"p": {"slides": ["s"]}}, screens={"s1": feeds.screen(**screen)})
    feed = feeds.valid(Feed, feeds.plain(feed) | {"slides": {"s": slide}})
    written = read(b"kind: message\ntitle:\n  sv: x\ntext:\n  sv: y\n", "slides/s.yaml")
    return list(wall_words.check(Subject(feed, {"slides/s.yaml": written}, NOW)))


@pytest.mark.parametrize(
    ("title", "text", "count"),
    [
        ("Kom", "in", 0),
        (TWELVE, "", 0),
        (TWELVE, "08-465 004 00, 10–16", 0),  # numbers are no words
        (TWELVE, "tretton", 13),
    ],
)
def test_twelve_words_at_most(title, text, count):
    slide = {"kind": "message", "title": {"sv": title}} | ({"text": {"sv": text}} if text else {})
    found = problems(slide)
    assert [f"{count} words" in each.message for each in found] == [True] * bool(count)
    assert [str(each.position) for each in found] == ["slides/s.yaml:5:7"] * bool(count)
    assert problems(slide, touch=True) == []


def test_a_topic_shows_its_title_only():
    feed = feeds.feed({"p": {"slides": ["s"]}})
    feed = feeds.valid(Feed, feeds.plain(feed) | {"slides": {"s": {"kind": "topic", "topic": "home"}}})
    assert wall_words.count(feed, feed.slides["s"], "sv") == 1


def test_only_slides_that_are_shown_there():
    feed = feeds.feed({"p": {"slides": ["s"]}})
    assert list(wall_words.check(Subject(replace(feed, playlists={}), {}, NOW))) == []
