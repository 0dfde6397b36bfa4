"""Real disks that are full or read-only, each a small file system in memory.

Needs the right to mount; where there is none (a container without it), the rest of the suite has the same
cases with a disk that only says so: `tests/sync/test_prune.py`.
"""

import os
import subprocess

import pytest

from kiosk.publish.publish_errors import HostError
from kiosk.sync.updater import Updater
from tests.sync.world import World, serving, slot_list

PAGE = 4096


def mount(*words):
    return subprocess.run(["mount", *map(str, words)], capture_output=True, text=True, check=False)


@pytest.fixture
def disk(tmp_path):
    """A function that gives an empty file system of a size; it is gone after the test."""
    made = []

    def new(size, name="disk"):
        path = tmp_path / name
        path.mkdir()
        done = mount("-t", "tmpfs", "-o", f"size={size}", "none", path)
        if done.returncode:
            pytest.skip(f"mounting is not allowed on this machine: {done.stderr.strip()}")
        made.append(path)
        return path

    yield new
    for path in made:
        subprocess.run(["umount", path], check=True)


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path / "world")
    made.write({"media/hello.png": b"hello " * 40_000})
    made.publish()
    with serving(made.site) as server:
        made.url = server.url
        yield made


def kiosk_on(world, disk):
    config = world.config()
    return Updater(type(config)(config.url, config.root, disk / "state", "hall"))


def grow(world, size):
    world.write(
        {"feed.yaml": b"name: New\nlanguages:\n  sv: {name: Svenska}\n", "media/hello.png": b"x" * size}
    )
    world.publish()
    world.slots(slot_list(2))


def test_full_at_every_step(world, disk, caplog):
    """Leave one page less each time, so that another write is the one that fails."""
    place = disk(1 << 20)
    kiosk = kiosk_on(world, place)
    old = kiosk.poll().generation
    kiosk.confirm(old.id)
    grow(world, 300_000)
    filler = place / "filler"
    outcomes = set()
    for pages in range(1, 160, 3):
        free = os.statvfs(place).f_bavail * PAGE
        filler.write_bytes(bytes(max(0, free - pages * PAGE)))
        poll = kiosk_on(world, place).poll()
        shown = kiosk_on(world, place).current()
        outcomes.add((shown.feed.name.root, bool(poll.problem)))
        assert shown.media("media/hello.png").read_bytes() in (b"hello " * 40_000, b"x" * 300_000)
        filler.unlink()
    assert ("Test", True) in outcomes
    fresh = kiosk_on(world, place)
    fresh.poll()
    assert (fresh.current().feed.name.root, fresh.store.read_slots()) == ("New", slot_list(2))
    caplog.clear()


def test_full_disk_is_reported_and_cured_by_room(world, disk, caplog):
    place = disk(1 << 20)
    kiosk = kiosk_on(world, place)
    kiosk.poll()
    grow(world, 900_000)
    assert "the disk is full" in kiosk.poll().problem
    assert kiosk.status().problem
    assert kiosk.current().feed.name.root == "Test"
    grow(world, 300_000)
    assert kiosk.poll().generation.feed.name.root == "New"
    caplog.clear()


def test_first_sync_on_a_disk_that_is_far_too_small(world, disk, caplog):
    kiosk = kiosk_on(world, disk(PAGE * 4))
    assert kiosk.poll().problem
    assert kiosk.current() is None
    caplog.clear()


def test_read_only_store_goes_on_showing(world, disk, caplog):
    place = disk(1 << 20)
    shown = kiosk_on(world, place).poll().generation
    grow(world, 1000)
    assert mount("-o", "remount,ro", place).returncode == 0
    kiosk = kiosk_on(world, place)
    assert kiosk.current() == shown
    poll = kiosk.poll()
    assert "Read-only file system" in poll.problem
    assert poll.generation is None
    kiosk.confirm(shown.id)
    assert kiosk.reject(shown.id, "no") is None
    assert kiosk.status().problem
    assert mount("-o", "remount,rw", place).returncode == 0
    assert kiosk_on(world, place).poll().generation.feed.name.root == "New"
    caplog.clear()


def test_publishing_to_a_full_disk_leaves_the_site_as_it_was(world, disk, caplog):
    place = disk(1 << 20)
    subprocess.run(["cp", "-r", f"{world.site}/.", place], check=True)
    world.site = place
    grow_to = b"y" * 2_000_000
    world.write({"media/hello.png": grow_to})
    with pytest.raises(HostError, match="No space left"):
        world.publish()
    assert not list(place.rglob(".new-*"))
    poll = world.kiosk(url=place.as_uri()).poll()
    assert poll.problem == ""
    assert poll.generation.media("media/hello.png").read_bytes() != grow_to
    caplog.clear()
