"""The address of a web proxy in a configuration."""

from __future__ import annotations

import re

_PROXY = re.compile(r"http://([^\s/@:]+@)?([^\s/:@\[\]]+|\[[0-9a-fA-F:.]+\]):[0-9]{1,5}")


def proxy_address(text: str) -> str:
    """Return a proxy's address without a trailing slash; refuse an invalid one, and one with a password.

    The message never repeats a password, which belongs in its own file. Scheme and port are required: syncing
    and the renderer have different defaults.
    """
    address = text.removesuffix("/")
    if not _PROXY.fullmatch(address):
        from pydantic_core import PydanticCustomError  # noqa: PLC0415  # needed only for an error

        wanted = "expected a web proxy's address with its port, such as 'http://proxy.example:3128'"
        hint = (
            "; its password belongs in a file of its own, named by proxy_password"
            if _has_password(text)
            else ""
        )
        raise PydanticCustomError("secret", wanted + hint)
    return address


def _has_password(text: str) -> bool:
    user, at, _ = text.removeprefix("http://").rpartition("@")
    return bool(at) and ":" in user
