"""Kiosks and nginx, with a proxy between them that cuts, truncates, corrupts, repeats and lies."""

import os
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.end2end import feed_host
from tests.end2end.feed_host import FAULTS, HARMLESS, FaultProxy, nginx
from tests.sync.world import World, slot_list

ROOT = Path(__file__).resolve().parents[2]
NEW = {
    "feed.yaml": b"name: New\nlanguages:\n  sv: {name: Svenska}\n",
    "media/hello.png": b"new picture " * 9000,
}


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path / "world")
    made.publish()
    made.slots(slot_list(1))
    with nginx(made.site, tmp_path / "nginx") as port:
        made.port = port
        made.log = tmp_path / "nginx/access.log"
        made.url = f"http://127.0.0.1:{port}"
        yield made


@pytest.fixture
def proxy(world):
    made = FaultProxy(world.port)
    yield made
    made.close()


def asked(world):
    return [line.split('"')[1] for line in world.log.read_text().splitlines()]


def test_sync_and_unchanged_poll(world):
    os.utime(world.site / "metadata/timestamp.json", (0, 0))
    kiosk = world.kiosk()
    assert kiosk.poll().problem == ""
    before = len(asked(world))
    assert kiosk.poll().problem == ""
    assert asked(world)[before:] == ["GET /metadata/timestamp.json HTTP/1.1"]
    assert world.log.read_text().splitlines()[-1].split('"')[2].split() == ["304", "0"]


def test_two_publishes_in_one_second(world):
    """nginx makes its ETag of the second and the size: the same for both."""
    timestamp = world.site / "metadata/timestamp.json"
    kiosk = world.kiosk()
    kiosk.poll()
    second = timestamp.stat().st_mtime
    world.write(NEW)
    world.publish()
    os.utime(timestamp, (second, second))
    assert kiosk.poll().generation.feed.name.root == "New"


@pytest.mark.parametrize("fault", HARMLESS, ids=lambda fault: fault.__name__)
def test_odd_but_right_answers_are_taken(world, proxy, fault):
    proxy.fault = fault
    assert world.kiosk(url=proxy.url).poll().problem == ""


@pytest.mark.parametrize("only", [b"timestamp", b"snapshot", b"targets.json", b"feed.yaml", b"/media/"])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_fault_is_outlasted(world, proxy, caplog, fault, only):
    """With the fault the old generation stays, whole; without it the new one comes."""
    kiosk = world.kiosk(url=proxy.url)
    old = kiosk.poll().generation
    world.write(NEW)
    world.publish()
    proxy.fault, proxy.only = fault, only
    poll = kiosk.poll()
    if poll.generation is None:
        assert poll.problem or fault is feed_host.not_modified
        assert kiosk.current() == old
        assert old.media("media/hello.png").read_bytes() == b"hello " * 5000
    proxy.fault = feed_host.whole
    kiosk.poll()
    new = kiosk.current()
    assert new.feed.name.root == "New"
    assert new.media("media/hello.png").read_bytes() == NEW["media/hello.png"]
    assert kiosk.poll().problem == ""
    caplog.clear()


def test_slots_are_outlasted_too(world, proxy, caplog):
    kiosk = world.kiosk(url=proxy.url)
    kiosk.poll()
    world.slots(slot_list(22))
    for fault in FAULTS:
        proxy.fault, proxy.only = fault, b"slots"
        kiosk.poll()
        assert kiosk.store.read_slots() in (slot_list(1), slot_list(22))
    proxy.fault = feed_host.whole
    kiosk.poll()
    assert kiosk.store.read_slots() == slot_list(22)
    caplog.clear()


def test_broken_off_download_goes_on(world, proxy, caplog):
    kiosk = world.kiosk(url=proxy.url)
    proxy.fault, proxy.only = feed_host.cut, b"/media/"
    for _ in range(4):
        assert "broke off" in kiosk.poll().problem
    proxy.fault = feed_host.whole
    assert kiosk.poll().problem == ""
    sizes = [
        int(line.split('"')[2].split()[1]) for line in world.log.read_text().splitlines() if "/media/" in line
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 5
    caplog.clear()


def test_fifty_kiosks_at_once(world, tmp_path):
    """Fifty processes against one nginx: each ends whole, and each asks only for what it needs."""
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from kiosk.sync.sync_config import SyncConfig\nfrom kiosk.sync.updater import Updater\n"
        "url, root, state = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])\n"
        "updater = Updater(SyncConfig(url, root, state, 'hall'))\n"
        "for _ in range(3):\n    poll = updater.poll()\n    assert not poll.problem, poll.problem\n"
        "print(updater.current().id)"
    )

    def one(number):
        command = [sys.executable, "-c", code, world.url, world.root, tmp_path / f"kiosk-{number}"]
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=300)

    with ThreadPoolExecutor(10) as pool:
        done = list(pool.map(one, range(50)))
    assert [each.stderr for each in done] == [""] * 50
    assert len({each.stdout for each in done}) == 1
    counted = Counter(asked(world))
    assert counted.pop("GET /metadata/timestamp.json HTTP/1.1") == 150
    assert set(counted.values()) == {50}
