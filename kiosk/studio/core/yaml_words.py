"""Plain values written as YAML text, in the style of the text around them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from kiosk.feed.yaml_scalars import scalar

LINE = 100
"""The line length below which a list is written on one line."""

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`](?:[^\r\n#:]|:(?=\S)|(?<=\S)#)*", re.ASCII)
_IN_FLOW = set(",[]{}")


def flow(value: object, style: str | None = None) -> str:
    """Return a value on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{flow(key)}: {flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flow(each) for each in value) + "]"
    written = _scalar(value, style)
    return (
        written
        if written[:1] in {'"', "'"} or not _IN_FLOW & set(written)
        else json.dumps(value, ensure_ascii=False)
    )


def _scalar(value: object, style: str | None = None) -> str:
    if not isinstance(value, str):
        return json.dumps(value)
    if style == "'" and not re.search(r"[\r\n]", value) and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    if style != '"' and _is_plain(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _is_plain(text: str) -> bool:
    return (
        _PLAIN.fullmatch(text) is not None
        and text == text.rstrip()
        and not text.endswith(":")
        and scalar(text) == text
        and text.isprintable()
        and "://" not in text
    )


def block(value: object, indent: int, style: str | None = None) -> str:
    """Return what follows `key:` or `-` for a value, beginning with a space or a line break.

    `indent` is the column of that key or dash. The last line has no line break at its end.
    """
    pad = " " * (indent + 2)
    if isinstance(value, Mapping) and value:
        return "".join(f"\n{pad}{flow(key)}:{block(each, indent + 2)}" for key, each in value.items())
    if isinstance(value, list | tuple) and value and not _fits(value, indent):
        return "".join(f"\n{pad}- {item(each, indent + 2)}" for each in value)
    if isinstance(value, str) and "\n" in value and _is_literal(value):
        return _literal(value, pad)
    if isinstance(value, Mapping | list | tuple):
        return f" {flow(value)}"
    return f" {_scalar(value, style)}"


def item(value: object, indent: int) -> str:
    """Return what follows `- ` for an item of a list whose dashes are in column `indent`."""
    if isinstance(value, Mapping) and value:
        lines = "".join(
            f"\n{' ' * (indent + 2)}{flow(key)}:{block(each, indent + 2)}" for key, each in value.items()
        )
        return lines.lstrip()
    return block(value, indent).lstrip(" ")


def _fits(items: list[object] | tuple[object, ...], indent: int) -> bool:
    return all(not isinstance(each, Mapping | list) for each in items) and len(flow(items)) + indent < LINE


def _is_literal(text: str) -> bool:
    lines = text.split("\n")
    return (
        not text.startswith((" ", "\n", "\t"))
        and not text.endswith("\n\n")
        and all(line == line.rstrip() and line.isprintable() for line in lines)
    )


def _literal(text: str, pad: str) -> str:
    mark = "|" if text.endswith("\n") else "|-"
    lines = text.removesuffix("\n").split("\n")
    return f" {mark}\n" + "\n".join(f"{pad}{line}" if line else "" for line in lines)


def breaks(text: str, written: str) -> str:
    """Return `written` with the kind of line breaks that `text` has."""
    return written.replace("\n", "\r\n") if "\r\n" in text else written
