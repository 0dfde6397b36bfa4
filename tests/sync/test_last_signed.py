"""When a site was last signed, by the admins' roles only."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.feed import site_layout
from kiosk.sync.last_signed import SLACK, signed_at


def metadata(expires):
    return json.dumps({"signed": {"expires": expires}}).encode()


def test_a_device_knows_when_its_site_was_signed(world):
    kiosk = world.kiosk()
    assert kiosk.signed_at() is None
    kiosk.poll()
    published = world.publisher().read().targets.signed.expires - site_layout.LIFE["targets"]
    assert kiosk.signed_at() == published - SLACK


@pytest.mark.parametrize(
    "signed", [None, [], {}, {"expires": 7}, {"expires": "soon"}, {"expires": "0001-01-01T00:00:00Z"}]
)
def test_invalid_metadata_is_ignored(signed):
    assert signed_at({"targets": json.dumps({"signed": signed}).encode()}) is None


@pytest.mark.parametrize("data", [b"", b"[" * 100_000, b"\xff"])
def test_missing_metadata_is_ignored(data):
    assert signed_at({"targets": data}) is None


def test_the_signing_time_follows_from_the_expiry():
    ends = datetime(2026, 12, 24, 9, tzinfo=UTC)
    signed = {"targets": metadata("2026-12-24T09:00:00Z"), "root": metadata("2026-12-01T09:00:00Z")}
    assert signed_at(signed) == ends - timedelta(days=365) - SLACK


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "slots"])
def test_online_roles_do_not_influence_the_time(role):
    assert signed_at({role: metadata("2030-01-01T00:00:00Z")}) is None
