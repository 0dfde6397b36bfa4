import dataclasses
import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.feed.localized_text import Text
from kiosk.feed.models import Feed, Notice
from kiosk.feed.printable import printable
from kiosk.feed.serialization import write_feed
from kiosk.frozen import frozen
from kiosk.publish.changes import Change, changes, screens_touched
from kiosk.publish.folder_source import check_folder
from tests import feeds
from tests.sync.world import ICONS, World

LEAVES = st.none() | st.integers(0, 3) | st.text(max_size=3) | st.booleans()
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=2), inner))


@pytest.fixture
def world(tmp_path):
    return World(tmp_path)


def read(world):
    return check_folder(world.folder, ICONS).feed


@pytest.fixture
def edit(world):
    """A function that changes files and gives the feed before and after."""

    def change(files):
        before = read(world)
        world.write(files)
        return before, read(world)

    return change


def test_nothing(world):
    feed = read(world)
    assert changes(write_feed(feed), write_feed(feed)) == []
    assert screens_touched(feed, feed) == {}


def test_first_feed_touches_every_screen(world):
    feed = read(world)
    assert Change("slides", "hello", "added") in changes(None, write_feed(feed))
    assert screens_touched(None, feed).keys() == {"hall", "door"}


def test_slide_of_one_screen(edit):
    before, after = edit({"slides/hello.yaml": b"kind: picture\npicture: media/hello.png\ndwell: 5 s\n"})
    assert [str(change) for change in changes(write_feed(before), write_feed(after))] == [
        "changed slides/hello"
    ]
    assert screens_touched(before, after) == {"hall": [Change("slides", "hello", "changed")]}


def test_picture_of_one_screen(edit):
    before, after = edit({"media/door.png": b"new"})
    assert screens_touched(before, after) == {"door": [Change("media", "media/door.png", "changed")]}


def test_settings_touch_every_screen(edit):
    before, after = edit({"feed.yaml": b"name: New\nlanguages:\n  sv: {name: Svenska}\n"})
    assert [str(change) for change in changes(write_feed(before), write_feed(after))] == ["changed settings"]
    assert screens_touched(before, after).keys() == {"hall", "door"}


def test_topic_touches_desks_and_slides_that_name_it(world, edit):
    touch = (world.folder / "screens/door.yaml").read_bytes() + b"touch: true\n"
    world.write({"screens/door.yaml": touch})
    before, after = edit({"topics/housing.yaml": b"title: Hem\nicon: home\nsummary: x\nhelp: [y]\n"})
    assert screens_touched(before, after).keys() == {"door"}


def test_screen_that_goes(world):
    before = read(world)
    (world.folder / "screens/door.yaml").unlink()
    (world.folder / "playlists/door.yaml").unlink()
    after = read(world)
    assert Change("screens", "door", "removed") in screens_touched(before, after)["door"]


def test_a_kind_that_is_not_known_is_shown_and_touches_every_screen():
    """Whoever adds a kind to the feed cannot forget it here: it is compared by the bytes that are signed."""
    before, after = feeds.feed(), banner_feed()
    found = changes(write_feed(before), write_feed(after))
    assert [str(change) for change in found] == ["added banners/closed"]
    assert [str(line) for line in found[0].details] == ['text.sv: "Stängt"']
    assert {str(each) for seen in screens_touched(before, after).values() for each in seen} == {
        "added banners/closed"
    }
    assert screens_touched(before, after).keys() == before.screens.keys()


@frozen(kw_only=True)
class BannerFeed(Feed):
    banners: Mapping[str, Notice] = dataclasses.field(default_factory=dict)


def banner_feed():
    known = {each.name: getattr(feeds.feed(), each.name) for each in dataclasses.fields(Feed)}
    notice = Notice(text=Text({"sv": "Stängt"}))
    return BannerFeed(**known, banners={"closed": notice})


def test_a_notice_touches_the_screens_it_is_for(edit):
    before, after = edit({"notices/closed.yaml": b"text: Ring 08-465 004 00\nwhere: {screens: [door]}\n"})
    (change,) = changes(write_feed(before), write_feed(after))
    assert str(change) == "added notices/closed"
    assert screens_touched(before, after) == {"door": [Change("notices", "closed", "added")]}


@pytest.mark.parametrize("part", ["pieces", "format", "x\x1b[2J"])
@pytest.mark.parametrize("value", [1, "x", [1], {}, None, {"a": {"b": 1}}])
def test_whatever_is_added_to_the_bytes_is_reported(part, value):
    before = {"name": "x"}
    found = changes(json.dumps(before).encode(), json.dumps(before | {part: value}).encode())
    assert found
    assert all(printable(str(line)).isprintable() for line in found)


@given(st.dictionaries(st.text(), VALUES), st.dictionaries(st.text(), VALUES))
def test_no_difference_is_passed_over(before, after):
    found = changes(json.dumps(before).encode(), json.dumps(after).encode())
    same = json.dumps(before, sort_keys=True) == json.dumps(after, sort_keys=True)  # to Python, 1 is True
    assert bool(found) is not same
