import pytest

from kiosk import isolated
from tests.isolated_here import run_here
from tests.sync.world import World, serving


@pytest.fixture(autouse=True)
def validated_here(monkeypatch):
    """Validate feeds in this process, to save time; tests/sync/test_feed_validation.py uses the real one."""
    monkeypatch.setattr(isolated, "run", run_here)


@pytest.fixture
def world(tmp_path):
    """A site served on loopback, with its first feed published."""
    made = World(tmp_path)
    made.publish()
    with serving(made.site) as server:
        made.server = server
        made.url = server.url
        yield made


@pytest.fixture
def warned(caplog):
    """A function that returns the logged warnings, and clears them."""

    def take():
        messages = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
        caplog.clear()
        return "\n".join(messages)

    return take
