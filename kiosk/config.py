"""What one device is told, in `/etc/infodisk/kiosk.yaml`: read once into one frozen value.

Every mistake in the file is told at once, with its line and column. Nothing here touches what it names; a
password never stands in this file, only the path of the file that holds it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from kiosk.content import explain, yaml12
from kiosk.content.addresses import Host
from kiosk.content.constraints import Strict, adapter, after, limits
from kiosk.content.problems import ContentError, Position, Problem, error
from kiosk.content.proxy_address import proxy_address
from kiosk.content.values import Duration, Id, Line, expected

STATE = Path("/var/lib/infodisk")


def _absolute(path: Path) -> Path:
    return path if path.is_absolute() else expected("a path that starts with /", str(path))


def _of_secret(path: Path) -> Path:
    """Refuse a password in the place of its file, without repeating it."""
    if not path.is_absolute():
        from pydantic_core import PydanticCustomError  # noqa: PLC0415  # only where something is refused

        raise PydanticCustomError(
            "secret", "expected the path of the file that holds the password, starting with /"
        )
    return path


AbsolutePath = Annotated[Path, after(_absolute)]
SecretPath = Annotated[Path, after(_of_secret)]
Proxy = Annotated[str, after(proxy_address)]


def _matrix(text: str) -> str:
    if not re.fullmatch(r"-?[0-9.]+( -?[0-9.]+){5}", text):
        expected("six numbers, such as '0 1 0 -1 0 1'", text)
    return text


@dataclass(frozen=True, kw_only=True)
class Power(Strict):
    """When the screen is lit: from `before` the office opens until `after` it has closed, both in seconds."""

    by: Literal["wlr-randr", "cec"] = "wlr-randr"
    before: Duration = 900.0
    after: Duration = 900.0


@dataclass(frozen=True, kw_only=True)
class Broker(Strict):
    """Where the status goes: an MQTT broker over TLS, and this device's own credentials there."""

    host: Line
    port: Annotated[int, limits(ge=1, le=65535)] = 8883
    ca: AbsolutePath | None = None
    user: Line | None = None
    """The screen's id unless told."""

    password: SecretPath | None = None
    """The file that holds it."""

    certificate: AbsolutePath | None = None
    key: AbsolutePath | None = None


@dataclass(frozen=True, kw_only=True)
class Config(Strict):
    """One device. Times in seconds, `brightness` in per cent, `rotation` in degrees clockwise."""

    feed: Line
    screen: Id
    root: AbsolutePath = Path("/etc/infodisk/root.json")
    state: AbsolutePath = STATE
    baked: AbsolutePath | None = None
    proxy: Proxy | None = None
    ca: AbsolutePath | None = None
    poll: Duration = 60.0
    output: Line | None = None
    """The connector, such as `HDMI-A-1`; the only one unless told."""

    rotation: Literal[0, 90, 180, 270] = 0
    touch: Annotated[str, after(_matrix)] | None = None
    """libinput's calibration matrix, six numbers, where the glass does not agree with the picture."""

    brightness: Annotated[int | None, limits(ge=1, le=100)] = None
    power: Power | None = None
    printer: Line | None = None
    still: bool = False
    """Whether nothing may fade, slide or play, whatever the feed says."""

    web: bool = False
    """Whether slides may be web pages; needs the extra `web`."""

    web_hosts: tuple[Host, ...] = ()
    """The hosts that these may load from, of those that the feed names; all of these if empty."""

    broker: Broker | None = None


def read_config(path: Path, **overrides: object) -> Config:
    """Return the device's configuration; what is not None in `overrides` wins over the file.

    The file may be missing if the overrides say enough. Raises `ContentError` with all that is wrong.
    """
    data = _read(path)
    document = yaml12.read(data, str(path)) if data.strip() else yaml12.Document(str(path), {}, {}, {})
    given = {name: value for name, value in overrides.items() if value is not None}
    if isinstance(document.value, dict):
        document.value.update(given)
    try:
        config: Config = explain.validate(document, Config)
    except ContentError as bad:
        raise ContentError([*_not_there(path), *bad.problems]) from bad
    return config


def _not_there(path: Path) -> list[Problem]:
    hint = "is not there; kiosk-setup --feed URL --root root.json --screen ID makes it"
    return [] if path.exists() else [error(Position(str(path)), hint)]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as bad:
        raise ContentError([error(Position(str(path)), f"cannot be read: {bad.strerror}")]) from bad


def write_config(config: Config) -> bytes:
    """Return the file that `read_config` reads as `config`, one key a line."""
    told: dict[str, Any] = adapter(Config).dump_python(config, mode="json", exclude_defaults=True)
    return "".join(_lines(told, "")).encode()


def _lines(told: dict[str, Any], indent: str) -> list[str]:
    lines: list[str] = []
    for name, value in told.items():
        if value == {}:
            lines.append(f"{indent}{name}: {{}}\n")
        elif isinstance(value, dict):
            lines += [f"{indent}{name}:\n", *_lines(value, indent + "  ")]
        else:
            lines.append(f"{indent}{name}: {_quoted(value)}\n")
    return lines


def _quoted(value: object) -> str:
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value).lower()
