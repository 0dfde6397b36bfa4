"""A process with limits: what it answers, and what it is ended for."""

import os
import signal

import pytest

from kiosk.isolated import IsolatedError, ProcessLimits, run


def doubled(data):
    return data * 2


def refuse(data):
    raise ValueError(f"not {data.decode()}")


def spin(_data):
    while True:
        pass


def grow(_data):
    held = []
    while True:
        held.append(bytearray(1 << 24))


def end_by(number):
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.kill(os.getpid(), int(number))


def nest(_data):
    return nest(_data)


def test_it_answers():
    assert run(doubled, b"ab") == b"abab"


def test_an_error_comes_back_in_its_words():
    with pytest.raises(IsolatedError, match=r"^not this$") as raised:
        run(refuse, b"this")
    assert not raised.value.exceeded


@pytest.mark.parametrize("function", [spin, grow, nest])
def test_what_takes_too_much_is_ended(function):
    with pytest.raises(IsolatedError, match="takes more than") as raised:
        run(function, b"", ProcessLimits(cpu_s=1, memory=1 << 29))
    assert raised.value.exceeded


def test_what_sleeps_is_ended_by_the_clock_on_the_wall():
    with pytest.raises(IsolatedError, match=r"takes more than 0\.2 s") as raised:
        run(spin, b"", ProcessLimits(wall_s=0.2))
    assert raised.value.exceeded


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_a_process_that_is_ended_from_outside_has_exceeded_nothing(number):
    with pytest.raises(IsolatedError) as raised:
        run(end_by, str(number.value).encode())
    assert raised.value.ended
    assert not raised.value.exceeded


def test_a_process_that_cannot_start_is_no_fault_of_the_function(monkeypatch):
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    with pytest.raises(IsolatedError) as raised:
        run(doubled, b"")
    assert raised.value.could_not_start
