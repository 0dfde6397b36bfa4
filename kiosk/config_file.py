"""Read and write a device's configuration; every mistake is reported with line and column.

A valid configuration is stored in compiled form, so that the next start needs neither PyYAML nor pydantic.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from kiosk import system
from kiosk.config import STATE, Broker, Config, FigureDrop, Power
from kiosk.feed.compiled_feed import model_version
from kiosk.feed.constraints import adapter
from kiosk.feed.problems import ContentError, Position, Problem, error

if TYPE_CHECKING:
    from collections.abc import Collection

    from kiosk.feed.yaml_reader import Document

COMPILED = "config.compiled"


def load_config(path: Path, **overrides: object) -> Config:
    """Like `read_config`, but uses the compiled form if neither the file nor the overrides have changed."""
    state = overrides.get("state") or STATE
    compiled = Path(str(state)) / COMPILED
    given = sorted((name, str(value)) for name, value in overrides.items() if value is not None)
    version = model_version(Config, Broker, FigureDrop, Power)
    key = hashlib.sha256(repr((version, str(path), given)).encode() + _read(path)).hexdigest().encode()
    with suppress(OSError, ValueError, RecursionError, msgspec.DecodeError):
        header, _, data = compiled.read_bytes().partition(b"\n")
        if header == key + hashlib.sha256(data).hexdigest().encode():
            return msgspec.msgpack.decode(data, type=Config, dec_hook=_decode)
    config = read_config(path, **overrides)
    data = msgspec.msgpack.encode(config, enc_hook=str)
    with suppress(OSError):
        system.write_atomically(compiled, key + hashlib.sha256(data).hexdigest().encode() + b"\n" + data)
    return config


def _decode(kind: type, value: str) -> Path:
    if kind is not Path:
        raise NotImplementedError(kind)
    return Path(value)


def read_config(path: Path, **overrides: object) -> Config:
    """Return the device's configuration; values in `overrides` that are not None override the file.

    The file may be missing if the overrides suffice. Raises `ContentError` with all problems.
    """
    from kiosk.feed import validation_errors, yaml_reader  # noqa: PLC0415  # a start from the compiled form needs neither

    data = _read(path)
    document = (
        yaml_reader.read(data, str(path)) if data.strip() else yaml_reader.Document(str(path), {}, {}, {})
    )
    given = {name: value for name, value in overrides.items() if value is not None}
    if isinstance(document.value, dict):
        document.value.update(given)
        _place(document, given)
    try:
        config: Config = validation_errors.validate(document, Config)
    except ContentError as bad:
        is_incomplete = any(problem.position.file == str(path) for problem in bad.problems)
        raise ContentError([*(_missing_file(path) if is_incomplete else ()), *bad.problems]) from bad
    return config


def _place(document: Document, options: Collection[str]) -> None:
    """Make problems with values from command-line options point to the option."""
    for places in (document.keys, document.values):
        for path in [path for path in places if path and path[0] in options]:
            del places[path]
    document.values.update({(name,): Position(f"--{name.replace('_', '-')}") for name in options})


def _missing_file(path: Path) -> list[Problem]:
    message = "is missing; create it with kiosk-setup --feed URL --root root.json --screen ID"
    return [] if path.exists() else [error(Position(str(path)), message)]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as bad:
        raise ContentError([error(Position(str(path)), f"cannot be read: {bad.strerror}")]) from bad


def write_config(config: Config) -> bytes:
    """Return the file that `read_config` reads as `config`, one key per line."""
    values: dict[str, Any] = adapter(Config).dump_python(config, mode="json", exclude_defaults=True)
    return "".join(_lines(values, "")).encode()


def _lines(values: dict[str, Any], indent: str) -> list[str]:
    lines: list[str] = []
    for name, value in values.items():
        if value == {}:
            lines.append(f"{indent}{name}: {{}}\n")
        elif isinstance(value, dict):
            lines += [f"{indent}{name}:\n", *_lines(value, indent + "  ")]
        else:
            lines.append(f"{indent}{name}: {_quoted(value)}\n")
    return lines


def _quoted(value: object) -> str:
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value).lower()
