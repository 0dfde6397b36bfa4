"""A device in systemd-nspawn that upgrades itself: a good version, a broken one, and power cuts in between.

The real package, apt, dpkg and units, without a network. A power cut is the end of all processes at once;
what was written stays, since the files are in memory, or in the cache of a disk that keeps its power.
"""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.end2end.apt_host import FIRST_DAY, Signer
from tests.end2end.device_root import (
    boot_into,
    boot_words,
    build_package,
    debian_root,
    install,
    needs_root,
    needs_tools,
    package_tree,
    repack,
    run,
)
from tests.sync.world import World

HERE = Path(__file__).parent
MOST_S = 3600
BOOTS = 3
INTERVAL_S = 20
"""In place of a minute: ten of them are still more than the two minutes that a version draws to come up."""

FAST = f"[Timer]\nOnBootSec=\nOnBootSec={INTERVAL_S}s\nOnUnitActiveSec={INTERVAL_S}s\nAccuracySec=1s\n"


def later_packages(built):
    """Pack a good version, one whose session ends at once, and another good one; returns them by version."""
    first, arch = built.name.split("_")[1], built.name.rpartition("_")[2]
    session = package_tree() / "opt/infodisk/bin/kiosk-session"
    before = session.read_bytes()
    made = {}
    for addition in ("+1good", "+2broken", "+3last"):
        session.write_bytes(b"#!/bin/sh\nexit 1\n" if "broken" in addition else before)
        made[first + addition] = repack(
            built, addition, built.with_name(f"infodisk_{first}{addition}_{arch}")
        )
    session.write_bytes(before)
    return made


def publish_feeds(root, folder, versions):
    """Publish one feed after another, each of which permits the next version; copies of all of them."""
    world = World(folder / "world")
    world.write({f"slides/{name}.yaml": b"kind: message\ntitle: Hej\n" for name in ("hello", "door")})
    for path in world.folder.glob("media/*"):
        path.unlink()
    settings = (world.folder / "feed.yaml").read_bytes()
    for number, version in enumerate(("", *versions), 1):
        more = f"upgrade: {{version: {version}, screens: [hall]}}\n" if version else ""
        world.write({"feed.yaml": settings + more.encode()})
        world.publish()
        shutil.copytree(world.site, root / f"srv/feeds/{number}")
    shutil.copy(world.root, root / "root/root.json")


def publish_packages(root, packages):
    home = Path(f"/tmp/infodisk-gpg-{os.getpid()}-trial")  # noqa: S108  # of this process alone; gpg wants it short
    signer = Signer(home, FIRST_DAY)
    try:
        for package in packages:
            signer.put(root / "srv/apt", package)
    finally:
        signer.close()
        shutil.rmtree(home)


def boot(root):
    """Boot the root, until it ends or asks for the power to be cut."""
    cut = root / "root/cut"
    cut.unlink(missing_ok=True)
    words = (*boot_words(root), "--private-network")
    with subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as booted:
        end = time.monotonic() + MOST_S
        while booted.poll() is None and time.monotonic() < end:
            if cut.exists():
                kill_inside(booted.pid)
            time.sleep(0.02)
        assert booted.poll() is not None, "it ran for an hour"


def kill_inside(pid):
    """End the first process inside, and with it the kernel ends all others there."""
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split():
        os.kill(int(child), signal.SIGKILL)


@pytest.fixture
def root(tmp_path):
    """A device with the first version, a repository of later ones, and feeds that permit them."""
    packages = []

    def build():
        packages.append(build_package())

    with debian_root(build) as made:
        install(made, packages[0])
        run("chroot", made, "dpkg", "--purge", "infodisk-web")
        later = later_packages(packages[0])
        publish_packages(made, [*packages, *later.values()])
        publish_feeds(made, tmp_path, later)
        for source in (made / "etc/apt").glob("sources.list*"):
            source.unlink() if source.is_file() else shutil.rmtree(source)
        (made / "root/versions").write_text(" ".join((packages[0].name.split("_")[1], *later)) + "\n")
        (made / "usr/sbin/policy-rc.d").unlink()
        timer = made / "etc/systemd/system/infodisk-upgrade-guard.timer.d"
        timer.mkdir(parents=True)
        (timer / "fast.conf").write_text(FAST)
        boot_into(made, HERE / "upgrade_trial.sh")
        yield made


@needs_root
@needs_tools
def test_a_good_a_broken_and_two_interrupted_upgrades(root):
    for _ in range(BOOTS):
        boot(root)
    result = (root / "root/result").read_text("utf-8")
    log = (root / "root/result.log").read_text("utf-8")
    steps = dict(line.partition(" ")[::2] for line in result.splitlines())
    first, good, broken, last = (root / "root/versions").read_text().split()
    assert steps == {
        "first": f"{first} installed",
        "listening": "0",
        "tight-infodisk": "yes",
        "tight-infodisk-upgrade-guard": "yes",
        "tight-infodisk-upgrade-fetch": "yes",
        "not-permitted": "1 ",
        "good-upgrade": f"{good} installed active",
        "broken-installed": f"{broken} installed",
        "went-back": f"{good} installed active",
        "never-again": "",
        "cut-at-half-installed": steps.get("cut-at-half-installed"),
        "after-first-cut": f"{good} installed active",
        "cut-at-half-configured": f"{last} half-configured",
        "after-second-cut": f"{last} installed active",
        "failed": "",
    }, result + log[-5000:]
