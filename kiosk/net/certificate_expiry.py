"""When the peer certificate of a connection expires."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime


def certificate_expiry(sock: object) -> datetime | None:
    """Return when the verified peer certificate of a TLS connection expires; None without TLS."""
    if not isinstance(sock, ssl.SSLSocket):
        return None
    end = (sock.getpeercert() or {}).get("notAfter")
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(end), UTC) if isinstance(end, str) else None
