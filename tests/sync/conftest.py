import pytest

from kiosk import isolated
from tests.isolated_here import run_here
from tests.sync.world import World, serving


@pytest.fixture(autouse=True)
def validated_here(monkeypatch):
    """Spare each feed of these tests a process; tests/sync/test_feed_validation.py has them."""
    monkeypatch.setattr(isolated, "run", run_here)


@pytest.fixture
def world(tmp_path):
    """A site that is served on loopback, with its first feed published."""
    made = World(tmp_path)
    made.publish()
    with serving(made.site) as server:
        made.server = server
        made.url = server.url
        yield made


@pytest.fixture
def warned(caplog):
    """A function that gives the messages logged as warnings, and takes them away."""

    def take():
        messages = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
        caplog.clear()
        return "\n".join(messages)

    return take
