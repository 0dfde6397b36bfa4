"""The staff of one office publish with the real commands; screens show it, until the staff are removed."""

import subprocess
import sys

import pytest

from tests.cli.conftest import noise
from tests.offices import Offices
from tests.sync.world import serving


@pytest.fixture
def world(tmp_path):
    made = Offices(tmp_path / "world")
    made.write({"media/hello.png": noise(99), "media/door.png": noise(88)})
    made.publish()
    with serving(made.site) as server:
        made.url = server.url
        yield made


def kiosk(*words, status=0):
    command = [sys.executable, "-W", "ignore", "-m", "kiosk", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == status, done.stderr
    return done.stderr


def test_the_staff_of_an_office_publish_until_they_are_removed(world, tmp_path, caplog):
    mine, hers = ("--keys", world.keys), ("--keys", world.base / "anna")
    bea, folder = world.base / "bea", tmp_path / "mine"
    kiosk("site", "keys", "new", "bea", "--keys", bea)
    kiosk("site", "staff", "add", world.site, bea / "bea.pub", "--office", "north", *mine)
    kiosk("office", "clone", world.site, folder, "--office", "square", *hers)
    (folder / "hours.yaml").write_text("hours: [Mon-Fri 12:00-18:00]\n", "utf-8")
    (folder / "media").mkdir()
    (folder / "media/cake.png").write_bytes(noise(77))
    (folder / "slides").mkdir()
    (folder / "slides/cake.yaml").write_text("kind: picture\npicture: media/cake.png\n", "utf-8")
    kiosk("office", "publish", folder, world.site, "--office", "square", *hers)

    hall, north = world.kiosk("hall"), world.kiosk("north")
    assert (hall.poll().problem, north.poll().problem) == ("", "")
    assert hall.current().media("media/offices/square/cake.png").read_bytes() == noise_of(folder)
    assert not north.current().media("media/offices/square/cake.png").exists()
    assert hall.current().feed.offices == north.current().feed.offices

    said = kiosk("office", "publish", folder, world.site, "--office", "north", *hers, status=1)
    assert "may sign for office-north" in said
    kiosk("site", "staff", "remove", world.site, "anna", "--office", "square", *mine)
    said = kiosk("office", "publish", folder, world.site, "--office", "square", *hers, status=1)
    assert "may sign for office-square" in said
    shown = hall.current().id
    world.anna().force(world.anna().part_bytes("square").replace(b"12:00", b"00:00"))
    assert hall.poll().problem.startswith("office-square.yaml: refused: not signed by keys")
    assert hall.current().id == shown
    assert "office-square was signed by 0/1 keys" in caplog.text
    caplog.clear()


def noise_of(folder):
    return (folder / "media/cake.png").read_bytes()
