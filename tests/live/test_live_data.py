"""`live.yaml` holds plain words, numbers and times, and nothing that draws or leads anywhere."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.feed.problems import ContentError
from kiosk.live.live_data import EventList, LiveData, LiveEvent, QueueState, Serving, read_live, write_live
from kiosk.live.republication import gathered, is_due

NOW = datetime(2026, 11, 24, 11, tzinfo=UTC)
HOUR = timedelta(hours=1)
EVENT = LiveEvent(title="Språkcafé", start=NOW, end=NOW + HOUR, place="Biblioteket", tags=("vuxna",))
QUEUE = QueueState(as_of=NOW, serving=(Serving(number="A 12", desk="Lucka 1"),), waiting=3, wait_minutes=9)
LIVE = LiveData(
    generated_at=NOW, events={"library": EventList(as_of=NOW, events=(EVENT,))}, queues={"queue": QUEUE}
)


def test_what_is_written_is_read():
    assert read_live(write_live(LIVE)) == LIVE


@pytest.mark.parametrize(
    "change",
    [
        {"title": "a\u202eb"},
        {"title": "x" * 141},
        {"picture": "media/evil.png"},
        {"link": "https://evil.example/"},
        {"end": (NOW - HOUR).isoformat()},
        {"start": "2026-11-24T10:00:00"},
    ],
)
def test_anything_else_is_refused(change):
    whole = json.loads(write_live(LIVE))
    whole["events"]["library"]["events"][0] |= change
    with pytest.raises(ContentError):
        read_live(json.dumps(whole).encode())


@pytest.mark.parametrize("key", ["slides", "playlists", "media", "text"])
def test_live_data_have_no_slides_of_their_own(key):
    with pytest.raises(ContentError):
        read_live(json.dumps(json.loads(write_live(LIVE)) | {key: {}}).encode())


def test_more_than_fits_is_refused():
    with pytest.raises(ContentError, match="larger"):
        read_live(b" " * ((256 << 10) + 1))


def later(**changes):
    return gathered({"queue": ("queues", QueueState(**(vars(QUEUE) | {"as_of": NOW + HOUR} | changes)))}, NOW)


BEFORE = gathered({"queue": ("queues", QUEUE)}, NOW)


def test_nothing_is_published_when_nothing_has_changed():
    assert not is_due(BEFORE, later(), {"queue": 2 * HOUR.total_seconds()})


def test_something_else_and_what_grows_old_is_published():
    assert is_due(None, later(), {})
    assert is_due(BEFORE, later(waiting=4), {"queue": 2 * HOUR.total_seconds()})
    assert is_due(BEFORE, later(), {"queue": HOUR.total_seconds()})
    assert is_due(BEFORE, LiveData(generated_at=NOW), {})
