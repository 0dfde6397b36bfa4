import os

import pytest

from kiosk.sync import atomic


@pytest.fixture
def calls(monkeypatch):
    """What is flushed, file by file or the whole disk."""
    made = []
    monkeypatch.setattr(os, "fsync", lambda _handle: made.append("file"))
    monkeypatch.setattr(atomic, "_sync_disk", lambda _handle: made.append("disk"))
    return made


def files(folder, number):
    paths = [folder / str(count) for count in range(number)]
    for path in paths:
        path.write_bytes(b"x")
    return paths


@pytest.mark.parametrize(("number", "flushes"), [(0, []), (3, ["file"] * 3), (100, ["disk"])])
def test_few_are_flushed_one_by_one_and_many_at_once(tmp_path, calls, number, flushes):
    atomic.sync_all(files(tmp_path, number))
    assert calls == flushes


def test_whole_disk_is_really_flushed(tmp_path):
    atomic.sync_all(files(tmp_path, 20))


def test_failed_flush_is_told(tmp_path):
    with pytest.raises(OSError, match="Bad file descriptor"):
        atomic._sync_disk(-1)


def test_file_is_whole_or_not_there(tmp_path, monkeypatch):
    path = tmp_path / "deep/er/file"
    atomic.write_file(path, b"old")

    def fail(*_):
        raise OSError("no power")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="no power"):
        atomic.write_file(path, b"new")
    assert path.read_bytes() == b"old"
