"""The request to the renderer and its result: one JSON line each, then the picture."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict

from kiosk.frozen import frozen

MAX_LINE_BYTES = 1 << 20
"""A request may contain certificates."""

MAX_PICTURE_BYTES = 64 << 20
_PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


class WebError(Exception):
    """There is no picture: the renderer, the page or the network failed."""


@frozen
class RenderRequest:
    """One page to render. `width` and `height` are in pixels; only `hosts` may be requested.

    Hosts in `named` may be at any address, the others at public addresses only.
    """

    url: str
    width: int
    height: int
    hosts: tuple[str, ...]
    zoom: float = 1.0
    language: str = "sv"
    proxy: str = ""
    authorities: str = ""
    """Further certificate authorities, in PEM."""

    patience_s: int = 40
    """The time after which the kernel kills the renderer."""

    named: tuple[str, ...] = ()

    def line(self) -> bytes:
        """Return the line that `read_render_request` reads."""
        return _line(self)


@frozen
class RenderResult:
    """`size` bytes of PNG follow, or there is a `problem`; `refused` are the hosts that were blocked."""

    size: int = 0
    problem: str = ""
    refused: tuple[str, ...] = ()

    def line(self) -> bytes:
        """Return the line that `read_render_result` reads."""
        return _line(self)


def allowed_hosts(feed_hosts: Iterable[str], device_hosts: Collection[str]) -> tuple[str, ...]:
    """Return the hosts that pages may load from: those of the feed that the device allows.

    A device that lists hosts allows only those. Otherwise all hosts are allowed at the https port; another
    port is allowed only if the device lists it.
    """
    if device_hosts:
        return tuple(host for host in feed_hosts if host in device_hosts)
    return tuple(host for host in feed_hosts if ":" not in host)


def read_render_request(line: bytes) -> RenderRequest:
    """Return the request in a line; raises `ValueError`, `TypeError` or `KeyError`."""
    data = json.loads(line)
    return RenderRequest(**data | {"hosts": tuple(data["hosts"]), "named": tuple(data["named"])})


def read_render_result(line: bytes) -> RenderResult:
    """Return the result in a line; raises `WebError`. The renderer reads the web, so it is not trusted."""
    try:
        data = json.loads(line)
        refused = tuple(str(host)[:100] for host in data["refused"][:10])
        result = RenderResult(int(data["size"]), str(data["problem"])[:300], refused)
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as bad:
        raise WebError("the renderer's result cannot be read") from bad
    if result.problem or not 0 < result.size <= MAX_PICTURE_BYTES:
        raise WebError(_failure(result))
    return result


def check_picture(data: bytes, request: RenderRequest) -> None:
    """Raise `WebError` unless the bytes start with a PNG header of the requested size."""
    size = request.width.to_bytes(4, "big") + request.height.to_bytes(4, "big")
    if not data.startswith(_PNG + size):
        raise WebError("the renderer's picture is not a PNG of the requested size")


def _failure(result: RenderResult) -> str:
    problem = result.problem or "the renderer's picture is too large"
    return f"{problem}; refused: {', '.join(result.refused)}" if result.refused else problem


def _line(value: RenderRequest | RenderResult) -> bytes:
    return json.dumps(asdict(value), ensure_ascii=False).encode() + b"\n"
