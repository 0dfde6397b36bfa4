"""Live data are downloaded with the feed if it shows any, and are kept within the feed's limits."""

from datetime import UTC, datetime

from kiosk.booking.shown_slots import kept_form
from kiosk.live.live_data import EventList, LiveData, LiveEvent, QueueState, Serving, write_live
from kiosk.live.shown_live import load_kept
from kiosk.sync.store import LIVE_SHOWN
from tests.cli.test_live import SLIDES

NOW = datetime(2026, 11, 24, 11, tzinfo=UTC)


def live(number="A 1", desk="", **more):
    queue = QueueState(as_of=NOW, serving=(Serving(number=number, desk=desk), Serving(number="A 0")))
    return write_live(LiveData(generated_at=NOW, queues={"tickets": queue}, **more))


def shown(kiosk):
    return load_kept(kiosk.store.read_note(LIVE_SHOWN))


def numbers(kiosk):
    return [each.number for each in shown(kiosk).queues["tickets"].serving]


def test_feed_times_and_live_data_come_in_one_poll(world):
    world.write(SLIDES)
    world.publish()
    world.slots()
    world.publisher().publish_live(live())
    kiosk = world.kiosk()
    result = kiosk.poll()
    assert (result.generation is not None, result.slots is not None, result.live) == (True, True, True)
    assert numbers(kiosk) == ["A 1", "A 0"]
    assert kiosk.poll().live is False


def test_new_live_data_alone(world):
    world.write(SLIDES)
    world.publish()
    kiosk = world.kiosk()
    kiosk.poll()
    world.publisher().publish_live(live("A 2"))
    result = kiosk.poll()
    assert (result.generation, result.slots, result.live) == (None, None, True)
    assert numbers(kiosk) == ["A 2", "A 0"]


def test_feed_without_live_slides_downloads_none(world):
    world.publisher().publish_live(live())
    kiosk = world.kiosk()
    assert kiosk.poll().problem == ""
    assert kiosk.store.read_delegated("live") is None
    assert not any("live" in path for path in world.server.asked)


def test_unused_sources_and_unlisted_hosts_are_left_out(world):
    world.write(SLIDES)
    world.publish()
    event = LiveEvent(title="Fika", start=NOW, end=NOW)
    other = {"library": EventList(as_of=NOW, events=(event,))}
    world.publisher().publish_live(live(desk="evil.se", events=other))
    kiosk = world.kiosk()
    kiosk.poll()
    assert shown(kiosk).events == {}
    assert numbers(kiosk) == ["A 0"]


def test_unreadable_data_are_reported_without_stopping_the_feed(world, warned):
    world.write(SLIDES)
    world.publish()
    world.publisher().publish_live(b'{"generated_at": "2026-11-24T11:00:00Z", "slides": {}}')
    result = world.kiosk().poll()
    assert result.generation is not None
    assert "live.yaml: " in result.problem
    assert "live.yaml: " in warned()


def test_damaged_notes_are_ignored():
    assert load_kept(b"") is None
    assert load_kept(kept_form("0" * 64, b"\xc1")) is None
    assert load_kept(kept_form("0" * 64, b"x")[:-1]) is None
