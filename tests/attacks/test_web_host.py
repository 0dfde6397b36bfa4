"""Somebody has taken over the web host, or any place that a site is published to: it has no key."""

import pytest

from kiosk.feed import site_layout
from kiosk.publish.publish_errors import SiteError
from kiosk.publish.published_state import read_targets
from kiosk.publish.storage.remote_storage import LOCK, RemoteStorage
from kiosk.publish.storage.site_storage import FolderStorage

FAR = 999_999_999_999_999_999
NAMES = [
    f"{FAR}.snapshot.json",
    f"{FAR}.targets.json",
    f"{FAR}.slots.json",
    "9" * 241 + ".snapshot.json",
    "9" * 241 + ".targets.json",
    "\u0667.targets.json",  # an Arabic seven
    "007.targets.json",
    "0.targets.json",
    "-1.targets.json",
    "1e9.targets.json",
    "\x1b[2J.targets.json",
    "7.targets.json.json",
    "7.a.targets.json",
]


@pytest.mark.parametrize("name", NAMES)
def test_names_of_files_steer_no_version(world, name):
    before = world.publisher().read()
    (world.site / "metadata" / name).write_bytes(b"{}")
    signed = world.publish()
    for role in ("targets", "snapshot", "timestamp"):
        assert getattr(signed, role).signed.version == getattr(before, role).signed.version + 1
    assert world.kiosk().poll().problem == ""


@pytest.mark.parametrize("name", NAMES)
def test_names_of_files_stop_no_rollback(world, name):
    world.write({"media/hello.png": b"new"})
    world.publish()
    (world.site / "metadata" / name).write_bytes(b"{}")
    assert world.publisher().roll_back().targets.signed.version == 4


def test_versions_among_names():
    names = ["7.targets.json", "12.targets.json", "3.snapshot.json", *NAMES]
    assert site_layout.versions_among(names, "targets") == {7, 12}


def test_a_version_in_the_place_of_another_is_refused(world):
    world.write({"media/hello.png": b"new"})
    world.publish()
    (world.site / "metadata/2.targets.json").write_bytes(
        (world.site / "metadata/3.targets.json").read_bytes()
    )
    host = FolderStorage(world.site)
    with pytest.raises(SiteError, match="version 3 is where 2 should be"):
        read_targets(host, world.publisher().read(), 2)


class Files:
    """The part of an fsspec file system that locking needs, over a folder."""

    def __init__(self, folder):
        self.folder = folder

    def open(self, path, mode):
        return (self.folder / path).open(mode)

    def info(self, path):
        return {"size": (self.folder / path).stat().st_size}

    def makedirs(self, path, exist_ok):
        (self.folder / path).mkdir(parents=True, exist_ok=exist_ok)

    def rm_file(self, path):
        (self.folder / path).unlink()


@pytest.mark.parametrize(
    "note",
    [
        b"",
        b"[" * 100_000,
        b"\xff\xfe",
        b'{"token": "x", "machine": "y", "process": 1, "since": "2026-11-28T12:00:00"}',
        b'{"token": "x", "machine": "y", "process": -1, "since": "2999-01-01T00:00:00Z"}',
        b'{"token": "x", "machine": "y", "process": 1, "since": "2999-01-01T00:00:00Z"}',
        b'{"token": 1, "machine": null, "process": 1e99, "since": []}',
        b"x" * (2 << 20),
    ],
)
def test_a_malformed_lease_stops_no_publishing(tmp_path, note):
    (tmp_path / LOCK).write_bytes(note)
    host = RemoteStorage(Files(tmp_path), "", "x")
    with host.lock():
        assert (tmp_path / LOCK).read_bytes() != note
    assert not (tmp_path / LOCK).exists()
