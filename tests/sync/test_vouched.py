"""When a site was signed last, as the role `timestamp` says and nobody else."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.content import site
from kiosk.sync.trust import expiries
from kiosk.sync.vouched import signed_at


def test_a_device_knows_when_its_site_was_signed(world):
    kiosk = world.kiosk()
    assert kiosk.signed_at() is None
    before = datetime.now(UTC).replace(microsecond=0)
    world.slots(b"[1]")
    kiosk.poll()
    assert before <= kiosk.signed_at() <= datetime.now(UTC)
    stored = (world.base / "state-hall/tuf/timestamp.json").read_bytes()
    assert kiosk.signed_at() == expiries({"timestamp": stored})["timestamp"] - site.TIMESTAMP_LIFE


@pytest.mark.parametrize(
    "signed", [None, [], {}, {"expires": 7}, {"expires": "soon"}, {"expires": "0001-01-01T00:00:00Z"}]
)
def test_what_is_no_timestamp_vouches_for_nothing(signed):
    assert signed_at(json.dumps({"signed": signed}).encode()) is None


def test_nothing_stored_vouches_for_nothing():
    assert signed_at(b"") is None


def test_the_end_of_a_signature_says_when_it_was_made():
    ends = datetime(2026, 12, 24, 9, tzinfo=UTC)
    data = json.dumps({"signed": {"expires": "2026-12-24T09:00:00Z"}}).encode()
    assert signed_at(data) == ends - timedelta(days=30)
