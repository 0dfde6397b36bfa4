"""A copy on a stick, and a new device without a network."""

from contextlib import closing

import pytest
import time_machine

from kiosk.net.interrupt import Interrupt
from kiosk.sync.site_mirror import SiteMirror
from kiosk.sync.sync_errors import StoreError, SyncError
from kiosk.sync.update import open_fetcher
from tests.publish.test_key_manager import DAY, keeper, make_key
from tests.sync.world import MEDIA, flip, slot_list


@pytest.fixture
def copy(world):
    """A function that copies the site to a stick, and returns the stick's folder."""

    def run(*screens):
        stick = world.base / "stick"
        config = world.config()
        with closing(open_fetcher(config, Interrupt())) as fetcher:
            SiteMirror(config, fetcher, stick, screens).run()
        return stick

    return run


def names(stick):
    return {path.relative_to(stick).as_posix() for path in stick.rglob("*") if path.is_file()}


def test_kiosk_without_a_network_shows_the_feed_on_the_stick(world, copy):
    world.slots(slot_list(1))
    stick = copy()
    poll = world.kiosk(url=stick.as_uri()).poll()
    assert (poll.problem, poll.slots) == ("", slot_list(1))
    assert poll.generation.media("media/hello.png").read_bytes() == MEDIA["media/hello.png"]


def test_copy_equals_the_site(world, copy):
    assert names(copy()) == names(world.site) - {".publishing"} - old_versions(world)


def old_versions(world):
    now = {"2.targets.json", "1.slots.json", "1.root.json", "timestamp.json", "3.snapshot.json"}
    return {f"metadata/{path.name}" for path in world.site.glob("metadata/*") if path.name not in now}


def test_copy_for_one_screen_has_only_its_media(world, copy):
    stick = copy("door")
    assert [path.read_bytes() for path in stick.glob("media/*/*")] == [MEDIA["media/door.png"]]
    assert world.kiosk("door", url=stick.as_uri()).poll().problem == ""


def test_copy_is_updated(world, copy):
    copy()
    world.write({"media/hello.png": b"new"})
    world.publish()
    world.server.asked.clear()
    stick = copy()
    assert len([path for path in world.server.asked if path.startswith("/media/")]) == 1
    assert sorted(path.read_bytes() for path in stick.glob("media/*/*")) == [MEDIA["media/door.png"], b"new"]


def test_stick_removed_too_early_contains_the_old_copy(world, copy, monkeypatch):
    copy()
    world.write({"media/hello.png": b"new"})
    world.publish()

    def pulled(_mirror, name, _data):
        raise StoreError(f"{name} cannot be written")

    monkeypatch.setattr(SiteMirror, "_write", pulled)
    with pytest.raises(StoreError):
        copy()
    poll = world.kiosk(url=(world.base / "stick").as_uri()).poll()
    assert poll.problem == ""
    assert poll.generation.media("media/hello.png").read_bytes() == MEDIA["media/hello.png"]


def test_altered_site_is_not_copied(world, copy, caplog):
    flip(world.feed_file())
    with pytest.raises(SyncError, match="do not match the signed hash"):
        copy()
    assert not (world.base / "stick/metadata/timestamp.json").exists()


def test_altered_stick_is_refused(world, copy, warned):
    stick = copy()
    flip(next(stick.glob("targets/*.feed.yaml")))
    assert "do not match the signed hash" in world.kiosk(url=stick.as_uri()).poll().problem
    warned()


def test_stick_that_is_too_old_is_refused(world, copy, warned):
    stick = copy()
    with time_machine.travel(world.publisher().now + 40 * DAY):
        kiosk = world.kiosk(url=stick.as_uri())
        assert "signatures have expired" in kiosk.poll().problem
        assert kiosk.current() is None
    warned()


def test_missing_stick_is_reported(world, warned):
    assert "does not exist" in world.kiosk(url="file:///nowhere/site").poll().problem
    warned()


def test_new_device_shows_the_feed_in_its_image(world, copy, warned):
    kiosk = world.kiosk(url="http://127.0.0.1:1", baked=copy())
    poll = kiosk.poll()
    assert poll.generation == kiosk.current()
    assert "no answer" in poll.problem
    warned()


def test_site_replaces_the_feed_in_the_image(world, copy):
    stick = copy()
    world.write({"feed.yaml": b"name: New\nlanguages:\n  sv: {name: Svenska}\n"})
    world.publish()
    kiosk = world.kiosk(baked=stick)
    assert kiosk.poll().generation.feed.name.root == "New"
    world.server.asked.clear()
    assert kiosk.poll().problem == ""
    assert len(world.server.asked) == 1


def test_old_root_is_updated_from_the_stick(world, copy):
    old = world.root.read_bytes()
    new = make_key(world.keys, "next")
    keeper(world).exchange_key("root", "root", new.public_key)
    stick = copy()
    world.root = world.base / "old-root.json"
    world.root.write_bytes(old)
    assert world.kiosk(url=stick.as_uri()).poll().problem == ""
