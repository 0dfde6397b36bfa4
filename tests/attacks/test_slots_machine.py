"""Somebody has the machine of the free times: the keys `slots` and `online`, which sign all the time."""

import pytest
from tuf.api.metadata import TargetFile

from kiosk.device.clock_trust import is_trusted
from kiosk.feed import site_layout
from tests import days
from tests.sync.simulator import DAY
from tests.sync.world import slot_list

LONG = 730 * DAY


def sign_for_long(sim, role):
    """Sign a role for two years, and all that names it for as long as it may be."""
    sim.metadata(role).signed.expires = sim.now + LONG
    sim.metadata(role).signed.version += 1
    sim.sign(role)
    if role == "slots":
        sim.bind()
    if role == "snapshot":
        sim.stamp()


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "slots"])
def test_a_signature_of_two_years_makes_no_right_battery_clock_look_wrong(sim, kiosk, warned, role):
    sim.publish_slots(slot_list(1))
    sign_for_long(sim, role)
    kiosk.poll()
    now = days.now()
    assert is_trusted(now, kiosk.signed_at(), synchronized=False, battery_backed=True)
    assert not is_trusted(now - LONG, kiosk.signed_at(), synchronized=False, battery_backed=True)
    warned()


@pytest.mark.parametrize("role", ["timestamp", "snapshot"])
def test_a_signature_of_two_years_is_refused(sim, kiosk, warned, role):
    sim.publish("Second")
    sign_for_long(sim, role)
    problem = kiosk.poll().problem
    assert problem.startswith(f"refused: signed for longer than allowed ({role} until ")
    assert kiosk.current().feed.name.root == "First"
    assert problem in warned()[0]
    sim.publish("Third")
    assert kiosk.poll().problem == ""
    assert kiosk.current().feed.name.root == "Third"


def test_free_times_signed_for_two_years_are_refused_and_the_feed_goes_on(sim, kiosk, warned):
    sim.publish("Second", bind=False)
    sim.publish_slots(slot_list(1))
    sign_for_long(sim, "slots")
    problem = kiosk.poll().problem
    assert problem.startswith("slots.yaml: refused: signed for longer than allowed (slots until ")
    assert (kiosk.current().feed.name.root, kiosk.store.read_slots()) == ("Second", None)
    warned()


def test_a_screen_whose_clock_may_be_wrong_takes_what_is_new(sim, kiosk):
    kiosk.clock_trusted = False
    sim.publish("Second")
    sign_for_long(sim, "timestamp")
    assert kiosk.poll().problem == ""
    assert kiosk.current().feed.name.root == "Second"


def test_what_was_taken_by_a_wrong_clock_is_reported_once_it_is_right(sim, kiosk, warned):
    kiosk.clock_trusted = False
    sign_for_long(sim, "timestamp")
    assert kiosk.poll().problem == ""
    kiosk.clock_trusted = True
    assert kiosk.poll().problem.startswith("refused: signed for longer than allowed")
    warned()


def test_old_free_times_that_the_admins_role_names_are_not_shown(sim, kiosk, warned):
    """The keys of the free times alone cannot do it; a thief of one more key, or a careless admin, could."""
    old = slot_list(1)
    sim.publish("Second", bind=False)
    targets = sim.signed.targets.signed.targets
    targets[site_layout.SLOTS] = TargetFile.from_data(site_layout.SLOTS, old, ["sha256"])
    sim.files[site_layout.target_file(site_layout.SLOTS, targets[site_layout.SLOTS].hashes["sha256"])] = old
    sim.sign("targets")
    sim.bind()
    assert kiosk.poll().problem == "refused: the feed's role signs more than the feed: slots.yaml"
    assert (kiosk.current().feed.name.root, kiosk.store.read_slots()) == ("First", None)
    warned()
