"""TLS is always verified: a private authority counts when it is configured, and only for its own names."""

import ipaddress
import ssl
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from tests.sync.world import World, serving

DAY = timedelta(days=1)


class Authority:
    """A certificate authority in a folder, and the certificates it gives."""

    def __init__(self, folder):
        self.folder = folder
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "The City's own authority")])
        public = self.builder(self.name, self.key).add_extension(x509.BasicConstraints(True, None), True)
        self.path = folder / "ca.pem"
        self.path.write_bytes(public.sign(self.key, hashes.SHA256()).public_bytes(Encoding.PEM))

    def builder(self, name, key, until=10 * DAY):
        now = datetime.now(UTC)
        return (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(self.name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - 20 * DAY)
            .not_valid_after(now + until)
        )

    def context(self, address="127.0.0.1", until=10 * DAY):
        """What a server needs to be `address` until then."""
        key = ec.generate_private_key(ec.SECP256R1())
        names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))])
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, address)])
        certificate = (
            self.builder(name, key, until).add_extension(names, False).sign(self.key, hashes.SHA256())
        )
        path = self.folder / "server.pem"
        private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        path.write_bytes(private + certificate.public_bytes(Encoding.PEM))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context


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


def test_private_authority_counts_when_it_is_configured(authority, poll):
    assert poll(authority.context(), ca=authority.path).problem == ""


def test_private_authority_does_not_count_by_itself(authority, poll):
    assert "certificate verify failed" in poll(authority.context()).problem


def test_another_authority_does_not_count(authority, tmp_path, poll):
    (tmp_path / "other").mkdir()
    other = Authority(tmp_path / "other")
    assert "certificate verify failed" in poll(authority.context(), ca=other.path).problem


def test_certificate_of_another_host(authority, poll):
    assert "127.0.0.1" in poll(authority.context(address="127.0.0.2"), ca=authority.path).problem


def test_certificate_that_has_run_out(authority, poll):
    assert "expired" in poll(authority.context(until=-1 * DAY), ca=authority.path).problem
