"""The URL of a web proxy with the password that its file holds, which no configuration contains."""

from __future__ import annotations

import stat
from pathlib import Path
from urllib.parse import quote

from kiosk import system
from kiosk.net.errors import ProxyError

MAX_BYTES = 1000


def proxy_url(address: str, password: Path | None) -> str:
    """Return the proxy's address, `http://USER@HOST:PORT`, with its password; raises `ProxyError`.

    A file that everybody may read is refused.
    """
    if password is None:
        return address
    user, at, host = address.removeprefix("http://").rpartition("@")
    if not at:
        raise ProxyError("the proxy's address names no user for its password; write http://USER@HOST:PORT")
    return f"http://{user}:{quote(_secret(password), safe='')}@{host}"


def _secret(path: Path) -> str:
    try:
        mode = path.stat().st_mode
        with path.open("rb") as file:
            text = file.read(MAX_BYTES).decode("utf-8").strip()
    except (OSError, UnicodeDecodeError) as bad:
        reason = bad.strerror if isinstance(bad, OSError) else "it is not text"
        raise ProxyError(f"the proxy's password {path} cannot be read: {reason}") from bad
    if system.HAS_OWNERS and mode & stat.S_IRWXO:
        raise ProxyError(
            f"everybody on this machine may read the proxy's password {path}; run: chmod 640 {path}"
        )
    if not text:
        raise ProxyError(f"the proxy's password {path} is empty")
    return text
