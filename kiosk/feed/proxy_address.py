"""The address of a web proxy, as a configuration gives it."""

from __future__ import annotations

import re

_PROXY = re.compile(r"http://([^\s/@]+@)?([^\s/:@\[\]]+|\[[0-9a-fA-F:.]+\]):[0-9]{1,5}")


def proxy_address(text: str) -> str:
    """Return a proxy's address without a slash at its end; refuse others, and repeat no password in them.

    Scheme and port are required: syncing and the renderer have different defaults.
    """
    address = text.removesuffix("/")
    if not _PROXY.fullmatch(address):
        from pydantic_core import PydanticCustomError  # noqa: PLC0415  # only where something is refused

        raise PydanticCustomError(
            "secret", "expected a web proxy's address with its port, such as 'http://proxy.example:3128'"
        )
    return address
