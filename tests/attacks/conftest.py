import pytest

from tests.sync.conftest import validated_here
from tests.sync.simulator import Simulator
from tests.sync.world import World

__all__ = ["validated_here"]


@pytest.fixture
def world(tmp_path):
    """A site in a folder, with its first feed published."""
    made = World(tmp_path)
    made.publish()
    made.url = made.site.as_uri()
    return made


@pytest.fixture
def sim(tmp_path):
    """A site in memory, with the feed "First" published."""
    made = Simulator(tmp_path)
    made.publish("First")
    return made


@pytest.fixture
def kiosk(sim, monkeypatch):
    """A screen of that site, whose clock is right, showing "First"."""
    made = sim.kiosk(monkeypatch)
    made.clock_trusted = True
    assert made.poll().problem == ""
    return made


@pytest.fixture
def warned(caplog):
    """A function that gives the warnings so far, which were expected."""

    def read():
        lines = [record.getMessage() for record in caplog.records]
        caplog.clear()
        return lines

    return read
