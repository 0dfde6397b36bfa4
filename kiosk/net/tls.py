"""Whom TLS trusts: the public authorities, those of the operating system, and the ones named in `ca:`.

All three count together: an office's own authority adds to the public ones. What the environment says
(`SSL_CERT_FILE`, `REQUESTS_CA_BUNDLE`) is not asked.
"""

from __future__ import annotations

import ssl
from pathlib import Path

import certifi
from urllib3.util.ssl_ import create_urllib3_context

from kiosk.net.errors import CertificatesError

_DEBIAN = "/etc/ssl/certs"


def tls_context(ca: Path | None = None) -> ssl.SSLContext:
    """Return what verifies servers by all authorities; raises `CertificatesError` if `ca` cannot be read."""
    context = create_urllib3_context(cert_reqs=ssl.CERT_REQUIRED)
    context.load_verify_locations(certifi.where())
    _add_system(context)
    if ca is not None:
        _add(context, ca)
    return context


def _add_system(context: ssl.SSLContext) -> None:
    """Trust the operating system's authorities, from the places that OpenSSL was built with."""
    if hasattr(ssl, "enum_certificates"):  # Windows has a store, not a folder
        context.load_default_certs()
        return
    built_in = ssl.get_default_verify_paths()
    folders = [path for path in (built_in.openssl_capath, _DEBIAN) if Path(path).is_dir()]
    if folders:
        context.load_verify_locations(capath=folders[0])  # read when one of them is needed
    elif Path(built_in.openssl_cafile).is_file():
        context.load_verify_locations(cafile=built_in.openssl_cafile)


def _add(context: ssl.SSLContext, ca: Path) -> None:
    try:
        context.load_verify_locations(cafile=str(ca))
    except FileNotFoundError as bad:
        raise CertificatesError(f"the certificates {ca} are not there; check ca:") from bad
    except OSError as bad:  # ssl.SSLError is one
        raise CertificatesError(f"{ca} holds no certificates in PEM form; check ca: ({bad})") from bad
