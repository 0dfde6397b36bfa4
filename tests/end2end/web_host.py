"""A web host on the loopback address with pages for the engine, over TLS, by an authority of its own."""

import os
import ssl
import subprocess
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kiosk.webshot.renderer_client import COMMAND
from tests import days

CAPABILITY = "+dac_override"  # to read what only root may, and nothing else
NOBODY = (
    "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
    f"--inh-caps={CAPABILITY}", f"--ambient-caps={CAPABILITY}",
)  # fmt: skip
DAY = timedelta(days=1)
DISTANT = "distant.example"
"""A name under which only a proxy finds the host."""


@dataclass
class Web:
    """A host: `pages` by path (HTML, a status, an address to redirect to), and the paths `asked` for."""

    authority: str
    port: int = 0
    pages: dict = field(default_factory=dict)
    asked: list = field(default_factory=list)
    connected: int = 0

    @property
    def host(self):
        return f"localhost:{self.port}"

    def url(self, path="/"):
        return f"https://{self.host}{path}"


def engine_words():
    """What runs the engine as one who is not root, with Chromium's sandbox on where the machine lets it."""
    if os.geteuid():
        return COMMAND
    given = subprocess.run([*NOBODY, "true"], capture_output=True, text=True, check=False)
    if given.returncode:
        pytest.skip(f"root cannot pass on its capability dac_override here: {given.stderr.strip()}")
    allowed = subprocess.run([*NOBODY, "unshare", "--user", "true"], capture_output=True, check=False)
    unboxed = () if allowed.returncode == 0 else ("env", "QTWEBENGINE_DISABLE_SANDBOX=1")
    return (*NOBODY, *unboxed, *COMMAND)


def make_authority(folder: Path):
    """Make an authority and a certificate for a host; return the authority's PEM and the server's file."""
    key, own = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    name = _name("Infodisk trial authority")
    root = _sign(
        _about(name, name, key.public_key()).add_extension(x509.BasicConstraints(True, 0), True), key, key
    )
    names = x509.SubjectAlternativeName([x509.DNSName(name) for name in ("localhost", DISTANT)])
    usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
    leaf = _about(_name("localhost"), name, own.public_key()).add_extension(names, False)
    leaf = _sign(leaf.add_extension(usage, False), own, key)
    pem = serialization.Encoding.PEM
    file = folder / "server.pem"
    plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(own.private_bytes(pem, *plain) + leaf.public_bytes(pem))
    return root.public_bytes(pem).decode(), file


def _name(text):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _about(subject, issuer, key):
    now = days.now()  # the engine compares the validity with the real time
    begun = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key)
    begun = begun.serial_number(x509.random_serial_number()).not_valid_before(now - DAY)
    return begun.not_valid_after(now + 30 * DAY)


def _sign(about, own, by):
    about = about.add_extension(x509.SubjectKeyIdentifier.from_public_key(own.public_key()), False)
    about = about.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key()), False)
    usage = dict.fromkeys(
        ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "encipher_only",
         "decipher_only"), False,
    )  # fmt: skip
    is_root = own is by
    usage |= {"digital_signature": not is_root, "key_cert_sign": is_root, "crl_sign": is_root}
    return about.add_extension(x509.KeyUsage(**usage), True).sign(by, hashes.SHA256())


@contextmanager
def web_host(authority, certificate, port=0):
    """Serve pages while the block runs."""
    web = Web(authority)

    class Server(ThreadingHTTPServer):
        def process_request(self, *args):
            web.connected += 1
            super().process_request(*args)

        def handle_error(self, *_args):
            """Keep quiet of a handshake that was given up."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            web.asked.append(self.path)
            page = web.pages.get(self.path, 404)
            page = page() if callable(page) else page
            status, body = (page, "<p>An error") if isinstance(page, int) else (200, page)
            if isinstance(page, str) and page.startswith("https://"):
                status, body = 302, ""
                self.send_response(status)
                self.send_header("Location", page)
            else:
                self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_args):
            pass

    server = Server(("127.0.0.1", port), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    web.port = server.server_port
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
