"""What is asked of the system, on Linux; tests/end2end/test_elsewhere.py asks it where there is less."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk import system

ROOT = Path(__file__).resolve().parent.parent


def test_a_lock_is_one_process_s_until_the_file_is_closed(tmp_path):
    path = tmp_path / "lock"
    with path.open("wb") as first, path.open("wb") as second:
        assert system.lock_file(first.fileno())
        assert not system.lock_file(second.fileno())
        first.close()
        assert system.lock_file(second.fileno())


def test_a_process_that_has_ended_is_known_and_any_other_is_not():
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        assert not system.has_ended(process.pid)
    assert system.has_ended(process.pid)
    assert system.has_ended(1 << 70)
    assert not system.has_ended(1)


@pytest.mark.parametrize(("mode", "private"), [(0o600, True), (0o640, False), (0o604, False)])
def test_a_file_is_private_if_its_owner_alone_reads_it(tmp_path, mode, private):
    path = tmp_path / "key"
    path.touch()
    path.chmod(mode)
    assert system.is_private(path) is private


def test_there_are_as_many_cores_as_this_process_may_use():
    assert system.cores() == len(os.sched_getaffinity(0))


@pytest.fixture
def flushed(monkeypatch):
    """What is flushed, file by file or the whole disk."""
    made = []
    monkeypatch.setattr(os, "fsync", lambda _handle: made.append("file"))
    monkeypatch.setattr(
        ctypes, "CDLL", lambda *_, **__: SimpleNamespace(syncfs=lambda _: made.append("disk"))
    )
    return made


def files(folder, number):
    paths = [folder / str(count) for count in range(number)]
    for path in paths:
        path.write_bytes(b"x")
    return paths


@pytest.mark.parametrize(("number", "flushes"), [(0, []), (3, ["file"] * 3), (100, ["disk"])])
def test_few_are_flushed_one_by_one_and_many_at_once(tmp_path, flushed, number, flushes):
    system.sync_all(files(tmp_path, number))
    assert flushed == flushes


def test_many_are_flushed_one_by_one_where_a_disk_cannot_be(tmp_path, flushed, monkeypatch):
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: SimpleNamespace())  # macOS has no syncfs
    system.sync_all([*files(tmp_path, 20), tmp_path])
    assert flushed == ["file"] * 21


def test_a_whole_disk_is_really_flushed(tmp_path):
    system.sync_all(files(tmp_path, 20))


def test_a_flush_that_fails_is_reported(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "open", lambda *_: 1 << 20)
    monkeypatch.setattr(os, "close", lambda _handle: None)
    with pytest.raises(OSError, match="Bad file descriptor"):
        system.sync_all(files(tmp_path, 20))


def test_a_file_is_whole_or_not_there(tmp_path, monkeypatch):
    path = tmp_path / "deep/er/file"
    system.write_atomically(path, b"old")

    def fail(*_):
        raise OSError("no power")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="no power"):
        system.write_atomically(path, b"new")
    assert path.read_bytes() == b"old"


@pytest.mark.skipif(not system.HAS_OWNERS, reason="this system gives files no owner, so a mode hides nothing")
def test_a_secret_is_hidden_from_its_first_byte_on(tmp_path, monkeypatch):
    modes = []
    monkeypatch.setattr(os, "fsync", lambda handle: modes.append(os.fstat(handle).st_mode & 0o777))
    path = tmp_path / "secret"
    (tmp_path / ".secret.new").touch(0o644)  # left by a power cut
    system.write_atomically(path, b"hunter2", mode=0o600)
    assert modes[0] == path.stat().st_mode & 0o777 == 0o600
