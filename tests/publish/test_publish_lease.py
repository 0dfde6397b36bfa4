import json
import os
import socket
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.publish.publish_lease import HOLDS, Lease

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ELSEWHERE = Lease(token="x" * 32, machine="elsewhere", process=1, since=NOW)


def test_is_read_as_it_was_written():
    lease = Lease.new(NOW)
    assert Lease.read(lease.write()) == lease
    assert (lease.machine, lease.process) == (socket.gethostname(), os.getpid())


def note(**changes):
    claim = {"token": "x", "machine": "y", "process": 1, "since": NOW.isoformat()} | changes
    return json.dumps(claim).encode()


@pytest.mark.parametrize(
    "data",
    [
        None,
        b"",
        b"{",
        b"[]",
        b"{}",
        b"\xff",
        b"[" * 4000,
        note(since="yesterday"),
        note(since="2026-11-23T12:00:00"),  # without a zone
        note(since=1764000000),
        note(since=None),
        note(process="1"),
        note(process=0),
        note(process=-1),
        note(process=10**30),
        note(process=True),
        note(machine=["y"]),
        note(machine="y" * 300),
        note(token=7),
        note(more="x" * 5000),
    ],
)
def test_what_cannot_be_read_is_no_claim(data):
    assert Lease.read(data) is None


def test_a_claim_of_the_future_holds_no_longer_than_any_other():
    assert not ELSEWHERE.renewed(NOW + timedelta(days=365)).holds(NOW)
    assert ELSEWHERE.renewed(NOW + timedelta(minutes=5)).holds(NOW)


@pytest.mark.parametrize("since", ["0001-01-01T00:00:00+23:00", "9999-12-31T23:59:59-23:00"])
def test_a_claim_at_the_end_of_the_calendar_can_be_reported_and_does_not_hold(since):
    lease = Lease.read(note(since=since))
    assert not lease.holds(NOW)
    assert str(lease).startswith("y since ")


def test_a_claim_is_reported_in_utc():
    assert str(Lease.read(note(since="2026-11-23T14:00:00+02:00"))) == "y since 12:00 UTC"


def test_holds_for_a_while_and_longer_when_renewed():
    late = NOW + HOLDS
    assert ELSEWHERE.holds(late - timedelta(seconds=1))
    assert not ELSEWHERE.holds(late)
    assert ELSEWHERE.renewed(late).holds(late)
    assert ELSEWHERE.renewed(late).token == ELSEWHERE.token


def test_ends_with_its_process_on_this_machine():
    mine = Lease.new(NOW)
    assert mine.holds(NOW)
    assert not mine.model_copy(update={"process": 2**22 + 1}).holds(NOW)


def test_two_are_never_the_same():
    assert Lease.new(NOW).token != Lease.new(NOW).token
