import os

import pytest

from kiosk.sync.sync_config import SyncConfig
from tests.sync.world import MEDIA, flip, slot_list


def test_new_device_has_nothing(world):
    assert world.kiosk().current() is None
    assert world.kiosk().store.read_slots() is None


def test_poll_downloads_the_feed(world):
    poll = world.kiosk().poll()
    assert poll.problem == ""
    assert poll.generation.feed.screens.keys() == {"hall", "door"}
    assert world.kiosk().current() == poll.generation
    assert poll.generation.media("media/hello.png").read_bytes() == MEDIA["media/hello.png"]


def test_only_the_media_of_this_screen_are_downloaded(world):
    generation = world.kiosk("door").poll().generation
    assert generation.media("media/door.png").exists()
    assert not generation.media("media/hello.png").exists()


def test_unchanged_poll_is_one_request(world):
    kiosk = world.kiosk()
    kiosk.poll()
    world.server.asked.clear()
    poll = kiosk.poll()
    assert (poll.generation, poll.slots, poll.problem) == (None, None, "")
    assert world.server.asked == ["/metadata/timestamp.json"]


def test_what_is_here_is_not_fetched_again(world):
    kiosk = world.kiosk()
    kiosk.poll()
    world.write({"feed.yaml": b"name: New\nlanguages:\n  sv: {name: Svenska}\n"})
    world.publish()
    world.server.asked.clear()
    assert kiosk.poll().generation.feed.name.root == "New"
    assert not [path for path in world.server.asked if path.startswith("/media/")]


def test_new_slots_alone_are_downloaded(world):
    kiosk = world.kiosk()
    assert kiosk.poll().slots is None
    world.slots(slot_list(1))
    poll = kiosk.poll()
    assert (poll.generation, poll.slots, poll.problem) == (None, slot_list(1), "")
    assert world.kiosk().store.read_slots() == slot_list(1)


def test_restart_without_a_server_shows_the_last_generation(world, warned):
    generation = world.kiosk().poll().generation
    kiosk = world.kiosk(url="http://127.0.0.1:1")
    assert kiosk.current() == generation
    assert "no answer" in kiosk.poll().problem
    assert kiosk.current() == generation
    assert "Connection refused" in warned()


def test_changed_feed_is_refused(world, warned):
    before = world.kiosk().poll().generation
    world.write({"feed.yaml": b"name: New\nlanguages:\n  sv: {name: Svenska}\n"})
    world.publish()
    flip(world.feed_file())
    poll = world.kiosk().poll()
    assert poll.generation is None
    assert "do not match the signed hash" in poll.problem
    assert world.kiosk().current() == before
    assert poll.problem in warned()


def test_changed_media_are_refused_until_they_match(world, warned):
    before = world.kiosk().poll().generation
    world.write({"media/hello.png": b"another picture"})
    world.publish()
    there = world.media_file(b"another picture")
    flip(there)
    assert "does not match its signed hash" in world.kiosk().poll().problem
    assert world.kiosk().current() == before
    assert "does not match its signed hash" in warned()
    flip(there)
    assert world.kiosk().poll().generation.media("media/hello.png").read_bytes() == b"another picture"


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_changed_metadata_are_refused(world, warned, role):
    before = world.kiosk().poll().generation
    world.write({"feed.yaml": b"name: New\nlanguages:\n  sv: {name: Svenska}\n"})
    world.publish()
    path = world.served(f"metadata/*{role}.json")
    flip(path, path.read_bytes().index(b'"expires"') + 12)
    poll = world.kiosk().poll()
    assert poll.generation is None
    assert poll.problem.startswith("refused")
    assert world.kiosk().current() == before
    assert poll.problem in warned()


def test_changed_slots_are_refused_without_stopping_the_feed(world, warned):
    kiosk = world.kiosk()
    kiosk.poll()
    world.slots(slot_list(2))
    flip(world.served("targets/*.slots.yaml"))
    world.write({"feed.yaml": b"name: New\nlanguages:\n  sv: {name: Svenska}\n"})
    world.publish()
    poll = kiosk.poll()
    assert poll.generation.feed.name.root == "New"
    assert poll.slots is None
    assert poll.problem.startswith("slots.yaml: refused")
    assert poll.problem in warned()


def test_changed_media_do_not_stop_the_free_times(world, warned):
    kiosk = world.kiosk()
    kiosk.poll()
    world.write({"media/hello.png": b"another picture"})
    world.publish()
    flip(world.media_file(b"another picture"))
    world.slots(slot_list(1))
    poll = kiosk.poll()
    assert (poll.generation, poll.slots) == (None, slot_list(1))
    assert "does not match its signed hash" in poll.problem
    assert poll.problem in warned()


def test_unknown_screen_is_reported_and_keeps_the_last_generation(world, warned):
    before = world.kiosk().poll().generation
    (world.folder / "screens/hall.yaml").rename(world.folder / "screens/hall-2.yaml")
    world.write({"playlists/all.yaml": b"slides: [hello]\n"})
    world.publish()
    kiosk = world.kiosk()
    assert kiosk.poll().problem == "the feed has no screen 'hall' (did you mean 'hall-2'?)"
    assert kiosk.current() == before
    assert "hall-2" in warned()


def test_problem_is_logged_once_while_it_lasts(world, warned):
    kiosk = world.kiosk(url="http://127.0.0.1:1")
    kiosk.poll()
    assert warned()
    kiosk.poll()
    assert not warned()


def test_damaged_generation_is_not_shown(world, warned):
    kiosk = world.kiosk()
    generation = kiosk.poll().generation
    for name in ("feed.yaml", "feed.compiled"):
        flip(world.base / "state-hall/generations" / generation.id / name)
    kiosk = world.kiosk()
    assert kiosk.current() is None
    assert "damaged" in warned()
    assert kiosk.poll().generation == generation
    assert kiosk.current() == generation
    warned()


def test_no_temporary_files_are_left(world):
    world.kiosk().poll()
    left = [name for _, _, files in os.walk(world.base / "state-hall") for name in files]
    assert not [name for name in left if name.endswith(".new")]
    assert not list((world.base / "state-hall/incoming").iterdir())


@pytest.mark.parametrize(
    "url", ["http://feed.example/", "ftp://feed.example/", "feed.example", "file:///", "file://server/share"]
)
def test_an_unprotected_url_is_refused(tmp_path, url):
    with pytest.raises(ValueError, match="https://"):
        SyncConfig(url, tmp_path, tmp_path, "hall")


def test_no_site_at_all(world, warned):
    assert "404" in world.kiosk(url=f"{world.url}/elsewhere").poll().problem
    assert "404" in warned()
