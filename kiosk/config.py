"""The settings of one device: the values of `/etc/infodisk/kiosk.yaml`, frozen.

Nothing here reads a file (see `kiosk.config_file`) or opens what a value points to. The file never contains a
password, only the path of a file with the password.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from kiosk.feed.constraints import Strict, after, limits
from kiosk.feed.loopback import is_loopback
from kiosk.feed.proxy_address import proxy_address
from kiosk.feed.web_addresses import Host
from kiosk.feed.written_times import Duration
from kiosk.feed.written_values import Id, Line, raise_expected
from kiosk.frozen import frozen

CONFIG = Path("/etc/infodisk/kiosk.yaml")
STATE = Path("/var/lib/infodisk")


def _absolute(path: Path) -> Path:
    return path if path.is_absolute() else raise_expected("a path that starts with /", str(path))


def _secret_path(path: Path) -> Path:
    """Refuse a relative path. It may be the password itself, so the message does not repeat it."""
    if not path.is_absolute():
        from pydantic_core import PydanticCustomError  # noqa: PLC0415  # needed only for an error

        raise PydanticCustomError(
            "secret", "expected the path of the file that holds the password, starting with /"
        )
    return path


AbsolutePath = Annotated[Path, after(_absolute)]
SecretPath = Annotated[Path, after(_secret_path)]
Proxy = Annotated[str, after(proxy_address)]


def _drop_address(text: str) -> str:
    """Refuse an address that contains a password or would send it unencrypted over the network."""
    parts = urlsplit(text)
    protected = parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))
    if not protected or not parts.hostname or "@" in parts.netloc or parts.query or parts.fragment:
        from pydantic_core import PydanticCustomError  # noqa: PLC0415  # as above

        raise PydanticCustomError(
            "secret",
            "expected the address of a folder, such as 'https://drop.example/figures', without a user",
        )
    return text.rstrip("/")


def _matrix(text: str) -> str:
    if not re.fullmatch(r"-?[0-9.]+( -?[0-9.]+){5}", text):
        raise_expected("six numbers, such as '0 1 0 -1 0 1'", text)
    return text


@frozen(kw_only=True)
class Power(Strict):
    """When the display is on: from `before` seconds before opening until `after` seconds after closing."""

    by: Literal["wlr-randr", "cec"] = "wlr-randr"
    before: Duration = 900.0
    after: Duration = 900.0


@frozen(kw_only=True)
class Broker(Strict):
    """The MQTT broker that receives the status, over TLS, and this device's credentials for it."""

    host: Line
    port: Annotated[int, limits(ge=1, le=65535)] = 8883
    ca: AbsolutePath | None = None
    user: Line | None = None
    """The user name; the screen's id by default."""

    password: SecretPath | None = None
    """The file with the password."""

    certificate: AbsolutePath | None = None
    key: AbsolutePath | None = None


@frozen(kw_only=True)
class FigureDrop(Strict):
    """Where released figures are uploaded without a broker: a folder on a web host that accepts PUT."""

    url: Annotated[Line, after(_drop_address)]
    user: Line | None = None
    """The user name; the screen's id by default."""

    password: SecretPath
    """The file with the password."""


@frozen(kw_only=True)
class Config(Strict):
    """A device. Times are in seconds, `brightness` in per cent, `rotation` in degrees clockwise."""

    feed: Line
    screen: Id
    root: AbsolutePath = Path("/etc/infodisk/root.json")
    state: AbsolutePath = STATE
    baked: AbsolutePath | None = None
    proxy: Proxy | None = None
    proxy_password: SecretPath | None = None
    """The file with the password of the user named in `proxy`."""

    ca: AbsolutePath | None = None
    poll: Duration = 60.0
    output: Line | None = None
    """The connector, such as `HDMI-A-1`; the primary screen by default."""

    rotation: Literal[0, 90, 180, 270] = 0
    touch: Annotated[str, after(_matrix)] | None = None
    """libinput's calibration matrix, six numbers, if touches do not match the picture."""

    brightness: Annotated[int | None, limits(ge=1, le=100)] = None
    power: Power | None = None
    printer: Line | None = None
    headphones: Line | None = None
    """Part of the name of the only sound output that may be used; silent while no output matches."""

    speech_hint: Duration | None = None
    """The interval at which slides may say which key reads the desk aloud; never if empty."""

    still: bool = False
    """Whether to disable all motion, whatever the feed says."""

    web: bool = False
    """Whether slides may be web pages; needs the extra `web`."""

    web_hosts: tuple[Host, ...] = ()
    """The hosts in the feed from which web pages may load, at any address and port.

    If empty: all hosts in the feed, at the https port and at public addresses.
    """

    broker: Broker | None = None
    figures_drop: FigureDrop | None = None
