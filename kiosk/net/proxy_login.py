"""The URL of a web proxy with its password, which is kept in a file outside the configuration."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from kiosk.net.errors import ProxyError
from kiosk.net.secret_file import SecretFileError, read_secret


def proxy_url(address: str, password: Path | None) -> str:
    """Return the proxy's address, `http://USER@HOST:PORT`, with its password; raises `ProxyError`.

    A password file that all users may read is refused.
    """
    if password is None:
        return address
    user, at, host = address.removeprefix("http://").rpartition("@")
    if not at:
        raise ProxyError("the proxy's address names no user for its password; write http://USER@HOST:PORT")
    return f"http://{user}:{quote(_secret(password), safe='')}@{host}"


def _secret(path: Path) -> str:
    try:
        return read_secret("proxy's password", path)
    except SecretFileError as bad:
        raise ProxyError(str(bad)) from bad
