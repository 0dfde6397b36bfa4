"""The certificate authorities that TLS trusts: certifi's, the operating system's, and those in `ca:`.

The union of all three is trusted: an office's own authority is added to the public ones. Environment
variables (`SSL_CERT_FILE`, `REQUESTS_CA_BUNDLE`) are ignored.
"""

from __future__ import annotations

import ssl
from pathlib import Path

import certifi
from urllib3.util.ssl_ import create_urllib3_context

from kiosk.net.errors import CertificatesError

_DEBIAN = "/etc/ssl/certs"


def tls_context(ca: Path | None = None) -> ssl.SSLContext:
    """Return a context that trusts all authorities; raises `CertificatesError` if `ca` cannot be read."""
    context = create_urllib3_context(cert_reqs=ssl.CERT_REQUIRED)
    context.load_verify_locations(certifi.where())
    _add_system(context)
    if ca is not None:
        _add(context, ca)
    return context


def _add_system(context: ssl.SSLContext) -> None:
    """Trust the operating system's authorities, from the paths that OpenSSL was built with."""
    if hasattr(ssl, "enum_certificates"):  # Windows has a store, not a folder
        context.load_default_certs()
        return
    built_in = ssl.get_default_verify_paths()
    folders = [path for path in (built_in.openssl_capath, _DEBIAN) if Path(path).is_dir()]
    if folders:
        context.load_verify_locations(capath=folders[0])  # OpenSSL reads them on demand
    elif Path(built_in.openssl_cafile).is_file():
        context.load_verify_locations(cafile=built_in.openssl_cafile)


def _add(context: ssl.SSLContext, ca: Path) -> None:
    try:
        context.load_verify_locations(cafile=str(ca))
    except FileNotFoundError as bad:
        raise CertificatesError(f"the certificate file {ca} does not exist; check ca:") from bad
    except OSError as bad:  # includes ssl.SSLError
        raise CertificatesError(f"{ca} contains no PEM certificates; check ca: ({bad})") from bad
