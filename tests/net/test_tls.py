"""Authorities add up: the public ones, the system's and those in `ca:` are all trusted."""

import hashlib
import ssl

import certifi
import pytest
from cryptography import x509

from kiosk.net import tls
from kiosk.net.client import HttpClient, Request
from kiosk.net.errors import CertificatesError, TlsError
from kiosk.net.exchange import ResponseLimits
from tests.net.raw_server import answers, raw_server
from tests.sync.authority import Authority

LIMITS = ResponseLimits(max_bytes=100)
HELLO = answers(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")


@pytest.fixture
def authorities(tmp_path):
    """Two authorities, by name."""
    folders = {name: tmp_path / name for name in ("one", "other")}
    for folder in folders.values():
        folder.mkdir()
    return {name: Authority(folder, name) for name, folder in folders.items()}


@pytest.fixture
def system(monkeypatch):
    """A function that sets where the operating system keeps its authorities."""

    def at(file="/nowhere", folder="/nowhere"):
        found = ssl.get_default_verify_paths()._replace(openssl_cafile=str(file), openssl_capath=str(folder))
        monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: found)
        monkeypatch.setattr(tls, "_DEBIAN", "/nowhere")

    at()
    return at


def fetch(authority, ca=None):
    with raw_server(HELLO, authority.context()) as server:
        client = HttpClient(ca=ca)
        try:
            return client.fetch(Request(server.url), LIMITS).body
        finally:
            client.close()


def hashed(folder, certificate):
    """Store a certificate under the file name that OpenSSL derives from its subject."""
    name = x509.load_pem_x509_certificate(certificate).subject
    lower = x509.Name([x509.NameAttribute(each.oid, each.value.lower()) for each in name])
    digest = hashlib.sha1(lower.public_bytes()[2:], usedforsecurity=False).digest()
    folder.mkdir()
    (folder / f"{int.from_bytes(digest[:4], 'little'):08x}.0").write_bytes(certificate)


def test_own_authority_does_not_replace_the_public_ones(authorities, system, monkeypatch):
    public, own = authorities["one"], authorities["other"]
    monkeypatch.setattr(certifi, "where", lambda: str(public.path))
    assert fetch(public, ca=own.path) == b"hello"
    assert fetch(own, ca=own.path) == b"hello"
    with pytest.raises(TlsError, match="certificate verify failed"):
        fetch(own)


def test_own_authority_does_not_replace_those_of_the_system(authorities, system, tmp_path):
    office, own = authorities["one"], authorities["other"]
    hashed(tmp_path / "certs", office.path.read_bytes())
    system(folder=tmp_path / "certs")
    assert fetch(office, ca=own.path) == b"hello"


def test_system_authorities_in_one_file(authorities, system):
    office = authorities["one"]
    system(file=office.path)
    assert fetch(office) == b"hello"


@pytest.mark.parametrize("variable", ["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
def test_environment_adds_no_authority(authorities, system, monkeypatch, variable):
    monkeypatch.setenv(variable, str(authorities["one"].path))
    with pytest.raises(TlsError):
        fetch(authorities["one"])


@pytest.mark.parametrize(
    ("content", "problem"), [(None, "does not exist; check ca:"), (b"hej", "no PEM certificates")]
)
def test_authorities_that_cannot_be_read_are_reported(tmp_path, content, problem):
    path = tmp_path / "ca.pem"
    if content:
        path.write_bytes(content)
    client = HttpClient(ca=path)
    with pytest.raises(CertificatesError, match=problem):
        client.fetch(Request("https://127.0.0.1:1/"), LIMITS)
    client.close()
