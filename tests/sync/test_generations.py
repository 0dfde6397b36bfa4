"""Rollback to the last good generation."""

import threading
from dataclasses import replace

import pytest

from kiosk.feed.serialization import write_feed
from kiosk.sync import rejected
from kiosk.sync.generations import Generations
from kiosk.sync.store import Store
from tests.sync.world import MEDIA, flip

NEW = {"feed.yaml": b"name: New\nlanguages:\n  sv: {name: Svenska}\n"}


@pytest.fixture
def two(world):
    """A kiosk that has shown one generation and stores a newer one; returns it and both generations."""
    kiosk = world.kiosk()
    old = kiosk.poll().generation
    kiosk.confirm(old.id)
    world.write(NEW)
    world.publish()
    return kiosk, old, kiosk.poll().generation


def test_rejected_generation_is_replaced_by_the_last_good_one(world, two, warned):
    kiosk, old, new = two
    assert kiosk.current() == new
    assert kiosk.reject(new.id, "the first slide failed") == old
    assert warned() == f"generation {new.id[:12]} was rejected: the first slide failed"
    assert world.kiosk().current() == old


def test_rejected_generation_is_not_tried_again(world, two, warned):
    kiosk, old, new = two
    kiosk.reject(new.id, "the first slide failed")
    for each in (kiosk, kiosk, world.kiosk()):
        poll = each.poll()
        assert poll.generation is None
        assert poll.problem == f"generation {new.id[:12]} was rejected: the first slide failed"
        assert each.current() == old
    assert kiosk.status().rejected == {new.id: "the first slide failed"}
    warned()


def test_poll_of_a_rejected_generation_is_one_request(world, two, warned):
    kiosk, _, new = two
    kiosk.reject(new.id, "no")
    kiosk.poll()
    world.server.asked.clear()
    assert "was rejected" in kiosk.poll().problem
    assert len(world.server.asked) == 1
    warned()


def test_next_generation_is_shown_after_a_rejected_one(world, two, warned):
    kiosk, _, new = two
    kiosk.reject(new.id, "no")
    world.write({"feed.yaml": b"name: Newer\nlanguages:\n  sv: {name: Svenska}\n"})
    world.publish()
    assert kiosk.poll().generation.feed.name.root == "Newer"
    warned()


def test_only_generation_rejected_leaves_nothing(world, warned):
    kiosk = world.kiosk()
    only = kiosk.poll().generation
    kiosk.confirm(only.id)
    assert kiosk.reject(only.id, "no") is None
    assert world.kiosk().current() is None
    warned()


def test_feed_that_this_version_cannot_show_is_rejected(world, monkeypatch, warned):
    kiosk = world.kiosk()
    old = kiosk.poll().generation
    data = b'{"format": 2}'
    monkeypatch.setattr("kiosk.publish.publisher.write_feed", lambda _feed: data)
    world.publish()
    for _ in range(2):
        poll = kiosk.poll()
        assert "cannot be shown: feed.yaml: error: format: " in poll.problem or "was rejected" in poll.problem
        assert kiosk.current() == old
    assert len(kiosk.status().rejected) == 1
    asked = [path for path in world.server.asked if path.endswith("feed.yaml")]
    assert len(asked) == 2
    warned()


def test_feed_with_dangling_references_is_rejected(world, monkeypatch, warned):
    kiosk = world.kiosk()
    old = kiosk.poll().generation
    feed = replace(old.feed, offices={})
    monkeypatch.setattr("kiosk.publish.publisher.write_feed", lambda _feed: write_feed(feed))
    world.publish()
    assert "unknown office 'square'" in kiosk.poll().problem
    assert kiosk.current() == old
    assert len(kiosk.status().rejected) == 1
    warned()


def damage(world, generation, *files):
    for name in files or ("feed.yaml", "feed.compiled"):
        flip(world.base / "state-hall/generations" / generation.id / name)


@pytest.mark.parametrize("file", ["feed.yaml", "feed.compiled"])
def test_one_intact_form_of_a_generation_is_enough(world, two, file):
    _, _, new = two
    damage(world, new, file)
    assert world.kiosk().current() == new


def test_a_generation_of_an_earlier_version_is_compiled_once(world, two):
    _, _, new = two
    compiled = world.base / "state-hall/generations" / new.id / "feed.compiled"
    data = compiled.read_bytes()
    compiled.unlink()
    assert world.kiosk().current() == new
    assert compiled.read_bytes() == data


def test_damaged_current_generation_is_replaced_by_the_last_good_one(world, two, warned):
    _, old, new = two
    damage(world, new)
    kiosk = world.kiosk()
    assert kiosk.current() == old
    assert kiosk.poll().generation == new
    assert kiosk.current() == new
    warned()


def test_with_missing_media_the_last_good_generation_is_shown_until_repaired(world, warned):
    kiosk = world.kiosk()
    old = kiosk.poll().generation
    kiosk.confirm(old.id)
    world.write({"media/hello.png": b"another picture"})
    world.publish()
    new = kiosk.poll().generation
    new.media("media/hello.png").unlink()
    kiosk = world.kiosk()
    assert kiosk.current() == old
    assert kiosk.poll().generation == new
    assert new.media("media/hello.png").read_bytes() == b"another picture"
    assert "downloading again: 1 of " in warned()


def test_bit_rot_is_detected_and_repaired(world, warned):
    kiosk = world.kiosk()
    generation = kiosk.poll().generation
    path = generation.media("media/hello.png")
    with path.open("rb") as on_screen:
        flip_in_place(path)
        mended = kiosk.poll().generation
        assert mended == generation
        assert mended.media != generation.media  # so that the player retries what could not be drawn
        assert path.read_bytes() == MEDIA["media/hello.png"]
        assert on_screen.read() != MEDIA["media/hello.png"]  # the file on the screen was not overwritten
    assert "downloading again: 1 of " in warned()


def flip_in_place(path):
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\0")


def test_rejections_apply_to_one_version():
    note = rejected.write({"a": "no"}, version="1")
    assert rejected.read(note, version="1") == {"a": "no"}
    assert rejected.read(note, version="2") == {}


@pytest.mark.parametrize("note", [b"", b"[]", b"{", b'{"version": "1"}', b'{"version": "1", "reasons": []}'])
def test_damaged_note_of_rejections_is_ignored(note):
    assert rejected.read(note, version="1") == {}


def test_rejections_are_bounded():
    reasons = {}
    for number in range(rejected.MAX_REJECTIONS + 5):
        reasons = rejected.with_one(reasons, str(number), "x" * 1000)
    kept = rejected.read(rejected.write(reasons))
    assert len(kept) == rejected.MAX_REJECTIONS
    assert {len(reason) for reason in kept.values()} == {rejected.MAX_REASON}
    assert str(rejected.MAX_REJECTIONS + 4) in kept


def test_status(world, two):
    kiosk, _, new = two
    kiosk.confirm(new.id)
    status = kiosk.status()
    assert (status.generation, status.shown, status.problem, status.failures) == (new.id, new.id, "", 0)
    assert not status.rejected
    assert status.looked_at == status.reached_at
    assert (status.signed_until - status.looked_at).days == 29
    assert (status.admins_signed_until - status.looked_at).days == 364
    assert status.free_bytes > 0


def test_status_counts_failures(world, warned):
    kiosk = world.kiosk(url="http://127.0.0.1:1")
    kiosk.poll()
    kiosk.poll()
    status = kiosk.status()
    assert (status.failures, status.reached_at) == (2, None)
    assert "no answer" in status.problem
    assert kiosk.wait_s(60.0) <= 20.0
    warned()


def test_two_threads_do_not_load_at_once(tmp_path, monkeypatch):
    store, inside, second = Store(tmp_path), threading.Event(), threading.Event()
    met = []

    def load(generation_id):
        (second if inside.is_set() else inside).set()
        if generation_id == "a":
            met.append(second.wait(0.5))

    monkeypatch.setattr(store, "load", load)
    generations = Generations(store, "hall")
    threads = [threading.Thread(target=generations.load, args=(each,)) for each in "ab"]
    threads[0].start()
    assert inside.wait(20)
    threads[1].start()
    for thread in threads:
        thread.join()
    assert met == [False]
