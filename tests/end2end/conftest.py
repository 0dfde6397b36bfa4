"""What several of the tests that take their time share: screens, a signed site, `kiosk-setup`, apt."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end2end.apt_host import FIRST_DAY, NAMES, Signer, package
from tests.sync.authority import Authority
from tests.sync.world import Handler, World, serving
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


@pytest.fixture
def signers(tmp_path):
    """Make signers, whose agents end with the test; gpg wants a short path."""
    made = []

    def make():
        home = Path(f"/tmp/infodisk-gpg-{os.getpid()}-{len(made)}")  # noqa: S108  # of this process alone
        made.append(Signer(home, FIRST_DAY + 99 * len(made)))
        return made[-1]

    yield make
    for each in made:
        each.close()
        shutil.rmtree(each.home)


@pytest.fixture
def repository(tmp_path, signers):
    """A repository with one version, its signer, its address, and the packages of later versions."""
    folder, signer = tmp_path / "apt", signers()
    (tmp_path / "deb").mkdir()
    for arch in ("amd64", "arm64"):
        signer.put(folder, *(package(tmp_path / "deb", "1.0", name=name, arch=arch) for name in NAMES))
    with serving(folder, Handler) as server:
        server.folder, server.signer, server.deb = folder, signer, tmp_path / "deb"
        server.key = (folder / "infodisk.asc").read_bytes()
        yield server
