"""Verify a certificate chain against the device's own authorities."""

from __future__ import annotations

from collections.abc import Sequence

from cryptography import x509
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError


def is_vouched_for(chain: Sequence[bytes], host: str, authorities: str) -> bool:
    """Return whether one of `authorities` (PEM) has signed a host's certificate chain (DER, leaf first)."""
    if not authorities or not chain:
        return False
    try:
        trusted = Store(x509.load_pem_x509_certificates(authorities.encode()))
        leaf, *intermediates = (x509.load_der_x509_certificate(each) for each in chain)
        PolicyBuilder().store(trusted).build_server_verifier(x509.DNSName(host)).verify(leaf, intermediates)
    except (ValueError, VerificationError):
        return False
    return True
