"""What is asked of the system, on Linux; tests/end2end/test_elsewhere.py asks it where there is less."""

import os
import subprocess
import sys

import pytest

from kiosk import system


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
