"""The free times that the sync process prepares for a screen: once, in isolation, within limits."""

import pytest

from kiosk import isolated
from kiosk.booking.shown_slots import load_kept
from kiosk.isolated import IsolatedError
from kiosk.sync import screen_slots
from kiosk.sync.screen_slots import prepare
from kiosk.sync.store import SLOTS_SHOWN, Store
from kiosk.sync.sync_errors import RefusedError
from tests import feeds
from tests.isolated_here import run_here
from tests.sync.world import slot_list

FEED = feeds.feed(offices={"torg": feeds.office()})


@pytest.fixture
def store(tmp_path):
    made = Store(tmp_path)
    made.write_slots(slot_list(1))
    return made


@pytest.fixture
def runs(monkeypatch):
    """How often another process was started."""
    begun = []
    monkeypatch.setattr(isolated, "run", lambda *asked: begun.append(1) or run_here(*asked))
    return begun


def test_a_list_is_validated_once(store, runs):
    assert prepare(store, FEED)
    assert not prepare(store, FEED)
    assert load_kept(store.read_note(SLOTS_SHOWN)).generated_at.minute == 1
    assert len(runs) == 1


def test_a_new_list_or_another_feed_is_prepared(store, runs):
    prepare(store, FEED)
    store.write_slots(slot_list(2))
    assert prepare(store, FEED)
    assert prepare(store, feeds.feed(offices={"shis": feeds.office()}))
    assert len(runs) == 3


def test_without_a_list_nothing_is_new(tmp_path, runs):
    assert not prepare(Store(tmp_path), FEED)
    assert runs == []


@pytest.mark.parametrize("words", ["slots.yaml: not a list", "takes more than 5 s"])
def test_an_invalid_or_costly_list_is_tried_once(store, monkeypatch, words):
    begun = []

    def refuse(*_asked):
        begun.append(1)
        raise IsolatedError(words)

    monkeypatch.setattr(isolated, "run", refuse)
    with pytest.raises(RefusedError, match=words):
        prepare(store, FEED)
    assert not prepare(store, FEED)
    assert load_kept(store.read_note(SLOTS_SHOWN)) is None
    assert len(begun) == 1


def test_the_real_process_prepares_a_list(store):
    assert prepare(store, FEED)
    assert screen_slots.LIMITS.cpu_s == 20


def test_a_damaged_note_is_prepared_again(store, runs):
    prepare(store, FEED)
    kept = bytearray(store.read_note(SLOTS_SHOWN))
    kept[-3] ^= 1
    assert load_kept(bytes(kept)) is None
