"""A small part of `make fuzz`, the same on each run; and that it finds what it looks for."""

import itertools
import subprocess
import sys

import pytest

from tests.fuzz import run
from tests.fuzz.reader import Reader
from tests.fuzz.readers import READERS
from tests.fuzz.run import search, tried

INPUTS = 400


@pytest.mark.parametrize("name", READERS)
def test_its_own_bytes_are_read(name):

    for seed in READERS[name].seeds:
        READERS[name].read(seed)


@pytest.mark.qt_log_ignore(".", extend=True)  # Qt says what is wrong with each picture
@pytest.mark.parametrize("name", READERS)
def test_nonsense_is_refused_in_our_own_words(name, monkeypatch):
    monkeypatch.setattr(run, "MOST_MEMORY", 1 << 40)  # of this process, with all other tests in it
    steps = iter(range(INPUTS))
    found = search(READERS[name], seed=1, more=lambda: next(steps, None) is not None)
    failure = found.failure
    assert failure is None, f"{failure.description}\n{failure.data[:2000]!r}"
    assert found.count == INPUTS


def test_an_error_that_is_not_ours_is_found():
    def read(_data):
        raise KeyError("x")

    assert "KeyError" in tried(Reader(read, (ValueError,), (b"x",)), b"x").description


def test_a_hang_is_found(monkeypatch):
    monkeypatch.setattr(run, "HANG_S", 0.05)
    endless = Reader(lambda _data: [None for _ in itertools.count() if False], (Exception,), (b"x",))
    assert "HangError" in tried(endless, b"x").description


def test_much_memory_is_found(monkeypatch):
    monkeypatch.setattr(run, "MOST_MEMORY", 1)
    found = search(Reader(lambda _data: None, (), (b"x",)), seed=1, more=lambda: True)
    assert (found.count, "MB of memory" in found.failure.description) == (1, True)


def test_the_command_stops_after_its_time():
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", "names", "lease", "--seconds", "0.2"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert sorted(line.partition(":")[0] for line in done.stdout.splitlines()) == ["lease", "names"]
