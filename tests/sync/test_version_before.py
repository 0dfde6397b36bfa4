"""The feed and state folder of an earlier version can be used, with and without a network.

`version_before.tar.xz` holds a published sample feed, the folder of a screen that has it, and their root, all
written by the version before feeds were compiled and rooms got their present names.
"""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine

from kiosk.booking.slots import read_slots
from kiosk.sync.sync_config import SyncConfig
from kiosk.sync.updater import Updater

MADE = datetime(2026, 11, 29, 10, 15, tzinfo=UTC)
ID = "9c553674814b4e06bb6c7500bcb9a58e0c18d8f622b013dbe5f6d8b38e14e1fc"
SCREEN = "torget-desk"


@pytest.fixture
def before(tmp_path):
    """The state folder of the previous version, at the time when it was in use."""
    archive = Path(__file__).with_name("version_before.tar.xz")
    subprocess.run(["tar", "-xf", archive, "-C", tmp_path], check=True)
    with time_machine.travel(MADE, tick=False):
        yield tmp_path


def screen(folder, site="site", state="state"):
    return Updater(SyncConfig((folder / site).as_uri(), folder / "root.json", folder / state, SCREEN))


def test_the_stored_feed_is_shown_without_a_network(before, warned):
    kiosk = screen(before, site="nowhere")
    assert kiosk.current().id == ID
    assert len(kiosk.current().feed.slides) == 25
    assert read_slots(kiosk.store.read_slots()).slots
    assert "nowhere" in kiosk.poll().problem
    assert kiosk.current().id == ID
    assert "the update failed" in warned()


def test_it_is_compiled_once(before):
    compiled = before / "state/generations" / ID / "feed.compiled"
    assert not compiled.exists()
    assert screen(before).current()
    first = compiled.stat().st_mtime_ns
    assert screen(before).current()
    assert compiled.stat().st_mtime_ns == first


def test_the_last_good_generation_is_known(before):
    assert screen(before).last_good().id == ID


@pytest.mark.parametrize("state", ["state", "new"])
def test_its_feed_is_polled(before, state):
    kiosk = screen(before, state=state)
    assert kiosk.poll().problem == ""
    assert kiosk.current().id == ID
    assert kiosk.status().left_out_media == ()
