import os

import pytest

from kiosk.sync import prune
from kiosk.sync.prune import StoredGeneration, to_remove
from kiosk.sync.store import Store
from tests import days

DAY = 86400.0


def names(folder):
    return {path.name for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("keep", "short", "gone"),
    [
        ((), False, ["old", "older"]),
        (("older",), False, ["old"]),
        (("new",), True, ["old", "older"]),
        ((), True, ["new", "old", "older"]),
    ],
)
def test_which_generations_are_removed(keep, short, gone):
    stored = [
        StoredGeneration(100 * DAY, "older"),
        StoredGeneration(0.0, "new"),
        StoredGeneration(15 * DAY, "old"),
    ]
    assert to_remove(stored, keep, short=short) == gone


@pytest.fixture
def history(world):
    """A kiosk with three generations, all stored long ago, of which the first was shown."""
    kiosk = world.kiosk()
    found = []
    for number in range(4):
        world.write({"media/hello.png": b"picture %d" % number})
        world.publish()
        found.append(kiosk.poll().generation)
        if number == 0:
            kiosk.confirm(found[0].id)
    for path in (world.base / "state-hall/generations").iterdir():
        os.utime(path, (0, 0))
    return found


def test_old_generations_and_their_media_are_deleted(world, history):
    store = Store(world.base / "state-hall")
    first, *_, last = history
    prune.prune_store(store, {first.id, last.id})
    assert {path.name for path in store.generations.iterdir()} == {first.id, last.id}
    assert names(store.blobs) == {each.feed.media["media/hello.png"].sha256 for each in (first, last)}


def test_generations_in_use_by_the_player_are_kept(world, history):
    kiosk = world.kiosk()
    last = kiosk.current()
    world.write({"media/hello.png": b"the newest"})
    world.publish()
    newest = kiosk.poll().generation
    kept = {path.name for path in (world.base / "state-hall/generations").iterdir()}
    assert kept == {history[0].id, last.id, newest.id}


def test_old_partial_files_are_deleted(world, history):
    store = Store(world.base / "state-hall")
    for name in ("old", "new"):
        (store.incoming / name).write_bytes(b"part")
    os.utime(store.incoming / "old", (0, 0))
    os.utime(store.incoming / "new", (days.now().timestamp(),) * 2)
    prune.prune_store(store, set())
    assert names(store.incoming) == {"new"}


def test_full_disk_stops_the_update_before_it_is_full(world, monkeypatch, warned):
    kiosk = world.kiosk()
    before = kiosk.poll().generation
    world.write({"media/hello.png": b"x" * 100_000})
    world.publish()
    monkeypatch.setattr(Store, "free", lambda _store: 50_000)
    poll = kiosk.poll()
    assert "the disk is full" in poll.problem
    assert kiosk.current() == before
    assert not names(world.base / "state-hall/incoming")
    monkeypatch.undo()
    assert kiosk.poll().problem == ""
    warned()


def test_damaged_generation_keeps_no_media(world, history):
    store = Store(world.base / "state-hall")
    (store.generations / history[1].id / "feed.yaml").write_bytes(b"not JSON")
    prune.prune_store(store, {each.id for each in history}, short=True)
    assert len(names(store.blobs)) == 3


def test_temporary_files_are_deleted(world, history):
    store = Store(world.base / "state-hall")
    (store.tuf / "tmpabcd").write_bytes(b"{")
    prune.prune_store(store, {history[-1].id})
    assert "tmpabcd" not in names(store.tuf)
    assert "timestamp.json" in names(store.tuf)
