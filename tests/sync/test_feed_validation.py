"""A new feed is validated in another process; an invalid or too costly one is not shown."""

import json

import pytest

from kiosk import isolated
from kiosk.isolated import IsolatedError, run
from kiosk.sync import feed_validation
from kiosk.sync.feed_validation import TRIES, validate_feed
from kiosk.sync.store import Store
from kiosk.sync.sync_errors import StoreError, UnshowableFeedError

COSTLY = "takes more than 5 s of processor time"


@pytest.fixture
def store(tmp_path):
    (tmp_path / "state").mkdir()
    return Store(tmp_path / "state")


def exceed(*_asked):
    raise IsolatedError(COSTLY, exceeded=True)


def test_another_process_validates_what_is_new(world, monkeypatch):
    begun = []
    monkeypatch.setattr(isolated, "run", lambda *asked: begun.append(asked[0]) or run(*asked))
    generation = world.kiosk().poll().generation
    assert begun == [feed_validation.compiled]
    assert world.kiosk().current() == generation


def test_a_costly_feed_is_not_shown(world, monkeypatch, warned):
    good = world.kiosk().poll().generation
    world.write({"feed.yaml": b"name: Costly\nlanguages:\n  sv: {name: Svenska}\n"})
    world.publish()
    monkeypatch.setattr(isolated, "run", exceed)
    poll = world.kiosk().poll()
    assert poll.generation is None
    assert COSTLY in poll.problem
    assert world.kiosk().current() == good
    monkeypatch.setattr(isolated, "run", None)
    assert world.kiosk().poll().problem == poll.problem
    warned()


def test_a_feed_that_kills_the_kiosk_is_abandoned(store, monkeypatch):
    def end(*_asked):
        raise SystemExit

    monkeypatch.setattr(isolated, "run", end)
    for _ in range(TRIES):
        with pytest.raises(SystemExit):
            validate_feed(store, b"{}")
    monkeypatch.setattr(isolated, "run", None)
    with pytest.raises(UnshowableFeedError, match="was killed 3 times"):
        validate_feed(store, b"{}")


def test_a_process_killed_from_outside_rejects_no_feed_at_once(store, monkeypatch):
    def end(*_asked):
        raise IsolatedError("the process was ended", ended=True)

    monkeypatch.setattr(isolated, "run", end)
    with pytest.raises(StoreError):
        validate_feed(store, b"{}")
    monkeypatch.setattr(isolated, "run", lambda *_asked: b"compiled")
    assert validate_feed(store, b"{}") == b"compiled"


def test_only_killed_attempts_are_counted(store, monkeypatch):
    store.write_note("trying", b"another 3")
    monkeypatch.setattr(isolated, "run", lambda *_asked: b"compiled")
    assert validate_feed(store, b"{}") == b"compiled"
    assert store.read_note("trying") == b""


LOST = b'{"name": "Two", "languages": {"sv": {"name": "Svenska"}}, "playlists": {"a": {"slides": ["gone"]}}}'


@pytest.mark.parametrize("feed", [b"{}", b"[", LOST])
def test_a_wrong_feed_is_reported(store, feed):
    with pytest.raises(UnshowableFeedError):
        validate_feed(store, feed)


def test_a_process_that_cannot_start_rejects_no_feed(store, monkeypatch):
    def fail(*_asked):
        raise IsolatedError("no process can be started", could_not_start=True)

    monkeypatch.setattr(isolated, "run", fail)
    with pytest.raises(StoreError):
        validate_feed(store, b"{}")
    assert store.read_note("trying") == b""


def published(**more):
    """A small published feed with additional parts."""
    text = {"sv": "Hej"}
    return json.dumps(
        {"format": 1, "name": text, "languages": {"sv": {"name": "Svenska"}}, "offices": {}, "screens": {}}
        | {"topics": {}, "playlists": {}, "slides": {"a": {"kind": "message", "title": text}}}
        | more
    ).encode()


PARTS = {
    "playlists": {"slides": ["a"]},
    "slides": {"kind": "message", "title": {"sv": "Hej"}},
    "languages": {"name": "Svenska"},
}


@pytest.mark.parametrize("kind", PARTS)
def test_a_feed_of_too_many_parts_is_rejected(monkeypatch, kind):
    monkeypatch.setattr("kiosk.feed.feed_size.MAX_PARTS", {kind: 3})
    names = ["a", "b", "c", "d"] if kind != "languages" else ["sv", "en", "fi", "so"]
    feed_validation.compiled(published(**{kind: dict.fromkeys(names[:3], PARTS[kind])}))
    with pytest.raises(ValueError, match=f"{kind}: 4 {kind}; a screen takes at most 3"):
        feed_validation.compiled(published(**{kind: dict.fromkeys(names, PARTS[kind])}))


def test_recurrences_that_take_too_long_to_compute_are_rejected(monkeypatch):
    when = {"since": "2026-01-01", "repeat": "FREQ=DAILY;COUNT=9999"}
    feed = published(playlists={"a": {"slides": ["a"], "when": when}}, notices={})
    feed_validation.compiled(feed)
    monkeypatch.setattr(feed_validation, "DATES_S", -1.0)
    with pytest.raises(ValueError, match="its recurrences take more than"):
        feed_validation.compiled(feed)
    notice = published(notices={"a": {"text": {"sv": "Hej"}, "when": when}})
    with pytest.raises(ValueError, match="its recurrences take more than"):
        feed_validation.compiled(notice)
