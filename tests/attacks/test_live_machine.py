"""Somebody has the machine of the live data: the keys `live` and `online`."""

import pytest
from tuf.api.metadata import TargetFile

from kiosk.feed import site_layout
from tests.sync.simulator import QUEUE
from tests.sync.test_live import live
from tests.sync.world import slot_list


@pytest.fixture(autouse=True)
def live_feed(sim, kiosk):
    """The feed shows a queue, so that the screen asks for live data."""
    sim.publish("Live", slides=QUEUE)
    sim.publish_delegated("live", live(), site_layout.LIVE)
    assert kiosk.poll().problem == ""
    assert kiosk.store.read_delegated("live") == live()


def test_the_live_key_signs_no_free_times(sim, kiosk):
    """`slots.yaml` named by the role `live` is nothing to a screen."""
    sim.publish_delegated("live", slot_list(1), site_layout.SLOTS)
    kiosk.poll()
    assert kiosk.store.read_slots() is None


def test_the_live_key_signs_no_feed(sim, kiosk):
    before = kiosk.current().id
    sim.publish_delegated("live", b'{"format": 1}', site_layout.FEED)
    kiosk.poll()
    assert kiosk.current().id == before


def test_the_slots_key_signs_no_live_data(sim, kiosk):
    sim.publish_delegated("slots", live("A 9"), site_layout.LIVE)
    kiosk.poll()
    assert kiosk.store.read_delegated("live") == live()


def test_live_data_under_the_admins_role_are_refused(sim, kiosk, warned):
    """A target of the admins' role would override that of the delegated one."""
    data = live()
    sim.publish("Second", bind=False, slides=QUEUE)
    sim.metadata("targets").signed.targets["live.yaml"] = TargetFile.from_data("live.yaml", data, ["sha256"])
    sim.sign("targets")
    sim.bind()
    assert "signs more than the feed: live.yaml" in kiosk.poll().problem
    warned()
