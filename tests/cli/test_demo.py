"""The free times of the demo are published anew while it runs."""

import logging
import threading

from kiosk import resources
from kiosk.booking.slots import read_slots
from kiosk.cli.demo import publish_sample, publish_times, repeated


def test_times_are_published_anew(tmp_path):
    site, keys = tmp_path / "site", tmp_path / "keys"
    publish_sample(resources.sample_feed(), site, keys)
    publish_times(resources.sample_feed(), site, keys)
    lists = [read_slots(path.read_bytes()) for path in site.rglob("*slots.yaml")]
    assert lists
    assert all(found.slots for found in lists)
    versions = {path.name for path in (site / "metadata").glob("*.slots.json")}
    assert len(versions) >= 2


def test_again_and_again_until_the_end_even_after_a_failure(caplog):
    enough, count = threading.Event(), []

    def act():
        count.append(1)
        if len(count) == 1:
            raise OSError("the disk is full")
        if len(count) == 3:
            enough.set()

    with caplog.at_level(logging.ERROR), repeated(act, 0.001):
        assert enough.wait(20)
    done = len(count)
    assert done >= 3
    assert "could not be published" in caplog.text
    caplog.clear()
    assert not [each for each in threading.enumerate() if each.name == "demo-publisher"]
