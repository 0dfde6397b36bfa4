"""What several of the tests that take their time share: screens, a signed site, `kiosk-setup`."""

import os
import subprocess
import sys

import pytest

from tests.sync.authority import Authority
from tests.sync.world import World
from tests.ui.conftest import context_of, finger, sample, screen_of

__all__ = ["context_of", "finger", "sample", "screen_of"]


@pytest.fixture
def world(tmp_path):
    """A site that has been published."""
    made = World(tmp_path / "world")
    made.publish()
    return made


@pytest.fixture
def city(tmp_path):
    """An authority that signs the certificates of sites."""
    (tmp_path / "city").mkdir()
    return Authority(tmp_path / "city")


@pytest.fixture
def kiosk_setup(tmp_path):
    """Run the real `kiosk-setup` with some words, away from the proxies of this machine."""

    def run(*words, typed=""):
        own = ("--config", tmp_path / "etc/kiosk.yaml", "--no-start")
        plain = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
        return subprocess.run(
            [sys.executable, "-W", "ignore", "-c", "from kiosk.cli.setup import main; main()", *words, *own],
            input=typed,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            env={**plain, "LC_ALL": "C.UTF-8"},
        )

    return run
