"""A private certificate authority, like that of a city."""

import ipaddress
import ssl
from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

BEGINS, EXPIRES = datetime(2020, 1, 1, tzinfo=UTC), datetime(2120, 1, 1, tzinfo=UTC)
"""The validity of the certificates: OpenSSL compares it with the real time, which tests cannot set."""


class Authority:
    """A certificate authority in a folder, and its certificates, as strict as Python 3.13 requires."""

    def __init__(self, folder, name="The City's own authority"):
        self.folder = folder
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        own_id = x509.SubjectKeyIdentifier.from_public_key(self.key.public_key())
        public = (
            self.builder(self.name, self.key)
            .add_extension(x509.BasicConstraints(True, None), True)
            .add_extension(signs_certificates(), True)
            .add_extension(own_id, False)
        )
        self.path = folder / "ca.pem"
        self.path.write_bytes(public.sign(self.key, hashes.SHA256()).public_bytes(Encoding.PEM))

    def builder(self, name, key, until=EXPIRES):
        return (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(self.name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(BEGINS)
            .not_valid_after(until)
        )

    def certificate(self, address="127.0.0.1", until=EXPIRES):
        """Return a file with a key and a certificate for `address` that expires at `until`."""
        key = ec.generate_private_key(ec.SECP256R1())
        names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))])
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, address)])
        issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())
        builder = self.builder(name, key, until).add_extension(names, False).add_extension(issuer, False)
        certificate = builder.sign(self.key, hashes.SHA256())
        path = self.folder / "server.pem"
        private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        path.write_bytes(private + certificate.public_bytes(Encoding.PEM))
        return path

    def context(self, **certificate):
        """Return the TLS context of a server with this `certificate`."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate(**certificate))
        return context


def signs_certificates():
    others = (
        "digital_signature",
        "content_commitment",
        "key_encipherment",
        "data_encipherment",
        "key_agreement",
    )
    uses = dict.fromkeys((*others, "crl_sign", "encipher_only", "decipher_only"), False)
    return x509.KeyUsage(key_cert_sign=True, **uses)
