"""TLS is always verified: a private authority is trusted only if configured, and only for its own names."""

from datetime import timedelta

import pytest
from cryptography import x509

from tests.sync.authority import BEGINS, Authority
from tests.sync.world import World, serving


@pytest.fixture
def authority(tmp_path):
    return Authority(tmp_path)


@pytest.fixture
def poll(tmp_path, caplog):
    """A function that polls a site behind a server with a TLS context."""
    made = World(tmp_path / "world")
    made.publish()

    def run(context, ca=None):
        with serving(made.site, context=context) as server:
            outcome = made.kiosk(url=server.url, ca=ca).poll()
        caplog.clear()
        return outcome

    return run


def test_private_authority_is_trusted_if_configured(authority, poll):
    assert poll(authority.context(), ca=authority.path).problem == ""


def test_certificate_expiry_is_reported(authority, tmp_path):
    world = World(tmp_path / "world")
    world.publish()
    with serving(world.site, context=authority.context()) as server:
        kiosk = world.kiosk(url=server.url, ca=authority.path)
        kiosk.poll()
    certificate = x509.load_pem_x509_certificate((authority.folder / "server.pem").read_bytes())
    assert kiosk.status().certificate_until == certificate.not_valid_after_utc


def test_private_authority_is_not_trusted_by_default(authority, poll):
    assert "certificate verify failed" in poll(authority.context()).problem


def test_another_authority_is_not_trusted(authority, tmp_path, poll):
    (tmp_path / "other").mkdir()
    other = Authority(tmp_path / "other")
    assert "certificate verify failed" in poll(authority.context(), ca=other.path).problem


def test_certificate_of_another_host(authority, poll):
    assert "127.0.0.1" in poll(authority.context(address="127.0.0.2"), ca=authority.path).problem


def test_expired_certificate(authority, poll):
    assert "expired" in poll(authority.context(until=BEGINS + timedelta(days=1)), ca=authority.path).problem
