import pytest

from kiosk.publish.changes import Change, changes, screens_touched
from kiosk.publish.source import check_folder
from tests.sync.world import ICONS, World


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
    assert changes(feed, feed) == []
    assert screens_touched(feed, feed) == {}


def test_first_feed_touches_every_screen(world):
    feed = read(world)
    assert Change("slides", "hello", "added") in changes(None, feed)
    assert screens_touched(None, feed).keys() == {"hall", "door"}


def test_slide_of_one_screen(edit):
    before, after = edit({"slides/hello.yaml": b"kind: picture\npicture: media/hello.png\ndwell: 5 s\n"})
    assert [str(change) for change in changes(before, after)] == ["changed slides/hello"]
    assert screens_touched(before, after) == {"hall": [Change("slides", "hello", "changed")]}


def test_picture_of_one_screen(edit):
    before, after = edit({"media/door.png": b"new"})
    assert screens_touched(before, after) == {"door": [Change("media", "media/door.png", "changed")]}


def test_settings_touch_every_screen(edit):
    before, after = edit({"feed.yaml": b"name: New\nlanguages:\n  sv: {name: Svenska}\n"})
    assert [str(change) for change in changes(before, after)] == ["changed settings"]
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
