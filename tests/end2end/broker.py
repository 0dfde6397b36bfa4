"""A real mosquitto with TLS, the configuration and the ACL that `deploy/mosquitto` gives as an example."""

import re
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kiosk.config import Broker
from tests import days

DEPLOY = Path(__file__).resolve().parents[2] / "deploy" / "mosquitto"
PATIENCE_S = 20


def mosquitto():
    return shutil.which("mosquitto", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")


def mosquitto_ctrl():
    return shutil.which("mosquitto_ctrl")


def plugins():
    """The folder of mosquitto's plugins on this machine, whatever its architecture."""
    return next(Path("/usr/lib").glob("*/mosquitto_dynamic_security.so")).parent


@dataclass
class RealBroker:
    folder: Path
    port: int
    process: subprocess.Popen

    def access(self, user, password=None, **changes):
        """The broker as `user` reaches it."""
        secret = self.folder / f"{user}.secret"
        secret.write_text(password or f"secret of {user}", encoding="utf-8")
        secret.chmod(0o600)
        received = {"host": "localhost", "port": self.port, "ca": self.folder / "ca.crt"}
        return Broker(**{**received, "user": user, "password": secret, **changes})

    def stop(self):
        self.process.terminate()
        self.process.wait(PATIENCE_S)

    def start_again(self):
        self.process = _start(self.folder, self.port)


@contextmanager
def broker(folder, users, admins=()):
    """Run the broker for these users while the block runs; `admins` have the lines of the user admin, too."""
    make_certificates(folder)
    for user in (*users, *admins):
        flags = ["-b"] if (folder / "infodisk.passwords").exists() else ["-b", "-c"]
        subprocess.run(
            ["mosquitto_passwd", *flags, folder / "infodisk.passwords", user, f"secret of {user}"],
            check=True,
            capture_output=True,
        )
    acl = (DEPLOY / "infodisk.acl").read_text(encoding="utf-8")
    own = re.search(r"user admin\n(topic .*\n)+", acl)[0]
    more = "".join(f"\n{own.replace('admin', admin)}" for admin in admins)
    (folder / "infodisk.acl").write_text(acl + more, encoding="utf-8")
    accounts = [mosquitto_ctrl(), "dynsec", "init", folder / "infodisk-accounts.json"]
    subprocess.run([*accounts, "enroller", "secret of enroller"], check=True, capture_output=True)
    port = free_port()
    (folder / "mosquitto.conf").write_text(configuration(folder, port), encoding="utf-8")
    running = RealBroker(folder, port, _start(folder, port))
    try:
        yield running
    finally:
        running.stop()


def configuration(folder, port):
    """What Debian's own file says, then the example with this folder and port for the system's."""
    text = (DEPLOY / "infodisk.conf").read_text(encoding="utf-8")
    text = re.sub(r"/(etc|var/lib)/mosquitto/(certs/)?", f"{folder}/", text)
    text = re.sub(r"/usr/lib/x86_64-linux-gnu(?=/mosquitto)", str(plugins()), text)
    debians = f"persistence true\npersistence_location {folder}/\nuser root\n"
    return debians + text.replace("listener 8883", f"listener {port} 127.0.0.1")


def _start(folder, port):
    log = (folder / "mosquitto.log").open("ab")
    process = subprocess.Popen([mosquitto(), "-c", folder / "mosquitto.conf"], stdout=log, stderr=log)
    log.close()
    end = time.monotonic() + PATIENCE_S
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            assert process.poll() is None, (folder / "mosquitto.log").read_text(encoding="utf-8")
            assert time.monotonic() < end, "mosquitto does not listen"
        else:
            return process


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def make_certificates(folder):
    """An authority of our own, and a certificate of localhost from it."""
    authority_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    authority_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test authority")])
    authority = _certificate(authority_name, authority_name, authority_key, authority_key, ca=True)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    own = _certificate(name, authority_name, key, authority_key, ca=False)
    (folder / "ca.crt").write_bytes(authority.public_bytes(serialization.Encoding.PEM))
    (folder / "broker.crt").write_bytes(own.public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "broker.key").write_bytes(private)


def _certificate(name, issuer, key, signer, *, ca):
    now = days.now()  # the broker and its clients compare the validity with the real time
    names = [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .sign(signer, hashes.SHA256())
    )
