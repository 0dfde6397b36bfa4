import os
import socket
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.publish.lease import HOLDS, Lease

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ELSEWHERE = Lease("token", "elsewhere", 1, NOW.isoformat())


def test_is_read_as_it_was_written():
    lease = Lease.new(NOW)
    assert Lease.read(lease.write()) == lease
    assert (lease.machine, lease.process) == (socket.gethostname(), os.getpid())


@pytest.mark.parametrize(
    "note",
    [None, b"", b"{", b"[]", b"{}", b'{"token": "x", "machine": "y", "process": 1, "since": "yesterday"}'],
)
def test_what_cannot_be_read_is_no_claim(note):
    assert Lease.read(note) is None


def test_holds_for_a_while_and_longer_when_renewed():
    late = NOW + HOLDS
    assert ELSEWHERE.holds(late - timedelta(seconds=1))
    assert not ELSEWHERE.holds(late)
    assert ELSEWHERE.renewed(late).holds(late)
    assert ELSEWHERE.renewed(late).token == ELSEWHERE.token


def test_ends_with_its_process_on_this_machine():
    mine = Lease.new(NOW)
    assert mine.holds(NOW)
    assert not replace(mine, process=2**22 + 1).holds(NOW)


def test_two_are_never_the_same():
    assert Lease.new(NOW).token != Lease.new(NOW).token
