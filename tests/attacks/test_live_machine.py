"""Somebody has the machine of the live data: the keys `live` and `online`."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from tuf.api.metadata import TargetFile

from kiosk.feed import site_layout
from kiosk.live.active_alerts import active_alerts
from kiosk.live.live_data import Alert, AlertList
from kiosk.live.shown_live import load_kept
from kiosk.sync.store import LIVE_SHOWN
from tests.sync.simulator import QUEUE
from tests.sync.test_live import NOW, live
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


LISTED = "vma@sr.example"
ALERT = Alert(
    identifier="1",
    sender=LISTED,
    severity="severe",
    certainty="observed",
    start=NOW,
    end=NOW + timedelta(hours=1),
    headline="Brand",
    words="Gå till evil.se nu.",
    offices=("o",),
)


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        ({}, True),
        ({"sender": "vma@evil.example"}, False),
        ({"sender": LISTED.upper()}, False),
        ({"sender": f"{LISTED} "}, True),
        ({"offices": ("other",)}, False),
        ({"severity": "minor"}, False),
        ({"certainty": None}, False),
        ({"exercise": True}, False),
    ],
)
def test_whoever_has_the_live_key_can_only_speak_as_a_sender_that_the_admins_signed(
    sim, kiosk, change, shown
):
    """What an alert interrupts for is held against the feed on the screen, whatever the live machine says."""
    alerts = {"vma": {"senders": [LISTED], "areas": ["0180"]}}
    sim.publish("Alerts", slides=QUEUE, alerts=alerts)
    told = AlertList(as_of=NOW, alerts=(replace(ALERT, **change),))
    sim.publish_delegated("live", live(alerts={"vma": told, "unnamed": told}), site_layout.LIVE)
    assert kiosk.poll().problem == ""
    known = load_kept(kiosk.store.read_note(LIVE_SHOWN))
    assert set(known.alerts) == {"vma"}
    found = active_alerts(kiosk.current().feed, "o", known, NOW, NOW)
    assert bool(found) == shown
    assert all(each.words == "Gå till … nu." for each in found)


@pytest.mark.parametrize("more", [{"picture": "x"}, {"link": "https://evil.se"}, {"instruction": "Gå ut."}])
def test_an_alert_has_no_room_for_anything_of_a_thiefs_own(sim, kiosk, warned, more):
    said = json.loads(live(alerts={"vma": AlertList(as_of=NOW, alerts=(ALERT,))}))
    said["alerts"]["vma"]["alerts"][0] |= more
    sim.publish_delegated("live", json.dumps(said).encode(), site_layout.LIVE)
    kiosk.poll()
    assert load_kept(kiosk.store.read_note(LIVE_SHOWN)) is None
    warned()
