"""Verify a certificate chain against the device's own authorities."""

from __future__ import annotations

from collections.abc import Sequence

from cryptography import x509
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError


def is_vouched_for(chain: Sequence[bytes], host: str, authorities: str) -> bool:
    """Return whether one of `authorities` (PEM) signs the chain (DER, leaf first) of a host."""
    if not authorities or not chain:
        return False
    try:
        trusted = Store(x509.load_pem_x509_certificates(authorities.encode()))
        own, *others = (x509.load_der_x509_certificate(each) for each in chain)
        PolicyBuilder().store(trusted).build_server_verifier(x509.DNSName(host)).verify(own, others)
    except (ValueError, VerificationError):
        return False
    return True
