"""Edit values in a YAML text and leave every other character unchanged.

Comments, order, quoting and blank lines around a value are preserved. The feed reader parses the result of
each edit: if it is not exactly the requested value, another style is tried, and the edit is refused if none
works. A text is never damaged; at worst it stays unchanged.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from kiosk.feed import yaml_reader, yaml_scalars
from kiosk.feed.message_catalog import tr
from kiosk.feed.problems import ContentError
from kiosk.studio.core import yaml_words
from kiosk.studio.core.yaml_lists import with_items
from kiosk.studio.core.yaml_places import (
    Path,
    entry,
    find,
    is_flow,
    line_end,
    line_start,
    node_column,
    node_end,
    node_start,
    root_of,
)


class _Removed:
    """Sentinel for a key to delete."""


REMOVED: Final = _Removed()


class EditError(ValueError):
    """The text cannot be edited here without damage; the message says what to do instead."""


def edited(text: str, path: Path, value: object) -> str:
    """Return `text` with `value` at `path`; `REMOVED` deletes the key. Raises `EditError`."""
    bom = text[:1] if text.startswith("\ufeff") else ""
    body = text[len(bom) :]
    old = _value(body)
    wanted = _with_value(old, path, _in_nfc(value))
    for step in _changes(old, wanted, ()):
        body = _with_change(body, *step)
    if not _equal(_value(body), wanted):
        raise refused(path)
    return bom + body


def new_text(value: Mapping[str, object]) -> str:
    """Return the text of a new file that holds a mapping."""
    lines = (f"{yaml_words.flow(key)}:{yaml_words.block(each, 0)}\n" for key, each in value.items())
    return "".join(lines)


@lru_cache(maxsize=8)  # each text of an edit is read several times
def _value(text: str) -> Any:  # noqa: ANN401  # what an admin wrote can be anything
    """Return the parsed value of a text. It is cached, so callers must not change it."""
    try:
        return yaml_reader.read(text.encode(), "").value
    except ContentError as bad:
        raise EditError(tr("this file has a mistake; fix it in a text editor first")) from bad


def _in_nfc(value: object) -> object:
    """Return plain data with its strings in NFC, as the feed reader returns them."""
    if isinstance(value, Mapping):
        return {key: _in_nfc(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_in_nfc(each) for each in value]
    return yaml_scalars.to_nfc(value) if isinstance(value, str) else value


def _with_value(old: Any, path: Path, value: object) -> Any:  # noqa: ANN401  # see above
    """Return a copy of plain data with a new value at a path; missing mappings are created."""
    if not path:
        return value
    new = copy.deepcopy(old) if old is not None else {}
    place: Any = new
    for step in path[:-1]:
        if isinstance(place, dict) and not isinstance(place.get(step), dict | list):
            place[step] = {}
        place = place[step]
    if value is REMOVED:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return new


ChangedValue = tuple[Path, object]


def _changes(old: object, new: object, path: Path) -> Iterator[ChangedValue]:
    """Yield the smallest changes that turn one value into the other."""
    if isinstance(old, Mapping) and isinstance(new, Mapping) and new and old:
        for key in old:
            if key not in new:
                yield (*path, key), REMOVED
        for key, value in new.items():
            if key not in old:
                yield (*path, key), value
            elif not _equal(old[key], value):
                yield from _changes(old[key], value, (*path, key))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new) and not _is_flat(new):
        for place, value in enumerate(new):
            yield from _changes(old[place], value, (*path, place))
    elif not _equal(old, new):
        yield path, new


def _is_flat(items: list[Any]) -> bool:
    return all(not isinstance(each, dict | list) for each in items)


def _equal(one: object, other: object) -> bool:
    return json.dumps(one, default=repr) == json.dumps(other, default=repr) or (
        isinstance(one, Mapping)
        and isinstance(other, Mapping)
        and one.keys() == other.keys()
        and all(_equal(one[key], other[key]) for key in one)
    )


def _with_change(text: str, path: Path, value: object) -> str:
    """Return the text after one change, in the first style that parses to the wanted value."""
    wanted = _with_value(_value(text), path, value)
    for way in _ways(text, path, value):
        try:
            candidate = way()
            if _equal(_value(candidate), wanted):
                return candidate
        except (EditError, KeyError, ValueError, yaml.YAMLError):
            continue
    raise refused(path)


def refused(path: Path) -> EditError:
    """Return the error for a value that cannot be changed."""
    name = ".".join(map(str, path))
    return EditError(tr("{part} cannot be changed here; change it in a text editor", part=name))


def _ways(text: str, path: Path, value: object) -> Iterator[Callable[[], str]]:
    """Yield the ways to make one change, the tidiest first."""
    root = root_of(text)
    if root is None or not path:
        yield lambda: _root_replaced(text, root, value)
        return
    parent = find(root, path[:-1])
    key = path[-1]
    if value is REMOVED:
        yield lambda: _without(text, parent, str(key))
        return
    exists = isinstance(parent, SequenceNode) or any(each.value == key for each, _ in parent.value)
    if not exists and isinstance(parent, MappingNode):
        yield lambda: _added(text, parent, str(key), value)
        return
    old = find(root, path)
    if isinstance(value, list) and isinstance(old, SequenceNode) and old.value and value:
        yield lambda: with_items(text, path, _at(_value(text), path), value)
    indent = (
        node_column(entry(parent, str(key))[0]) if isinstance(parent, MappingNode) else node_column(old) - 2
    )
    style = (old.style or None) if isinstance(old, ScalarNode) else None
    if not is_flow(parent) and not is_flow(old):
        yield lambda: _replaced(text, old, yaml_words.block(value, indent, style))
    yield lambda: _replaced(text, old, " " + yaml_words.flow(value, style))


def _at(value: Any, path: Path) -> Any:  # noqa: ANN401  # see above
    for step in path:
        value = value[step]
    return value


def _root_replaced(text: str, root: Node | None, value: object) -> str:
    """Return the text with its root value replaced; the comments before it are kept."""
    written = new_text(value) if isinstance(value, Mapping) and value else yaml_words.flow(value) + "\n"
    if root is None:
        return text + ("" if not text or text.endswith("\n") else "\n") + yaml_words.breaks(text, written)
    return (
        text[: node_start(root)]
        + yaml_words.breaks(text, written)
        + text[line_end(text, node_end(root, text)) :]
    )


def _replaced(text: str, old: Node, written: str) -> str:
    """Return the text with a node replaced by `written`, which begins with a space or a line break."""
    first, last = node_start(old), node_end(old, text)
    if written.startswith("\n"):
        first = len(text[:first].rstrip())
    elif written.startswith(" "):
        written = written[1:] if text[first - 1 : first] in {" ", "[", "{"} else written
        if "\n" in text[line_start(text, first) : first] or text[line_start(text, first) : first].isspace():
            before = text[:first].rstrip()
            if not text[len(before) : first].count("\n") or before.endswith(":"):
                first, written = len(before), " " + written.lstrip(" ")
    return text[:first] + yaml_words.breaks(text, written) + text[last:]


def _added(text: str, parent: MappingNode, key: str, value: object) -> str:
    """Return the text with a key added at the end of a mapping."""
    name = yaml_words.flow(key)
    if is_flow(parent):
        last = node_end(parent.value[-1][1], text) if parent.value else node_start(parent) + 1
        comma = ", " if parent.value else ""
        return f"{text[:last]}{comma}{name}: {yaml_words.flow(value)}{text[last:]}"
    indent = node_column(parent.value[0][0])
    place = line_end(text, node_end(parent, text))
    head = text[:place] if text[:place].endswith("\n") else text[:place] + yaml_words.breaks(text, "\n")
    line = f"{' ' * indent}{name}:{yaml_words.block(value, indent)}\n"
    return head + yaml_words.breaks(text, line) + text[place:]


def _without(text: str, parent: Node, key: str) -> str:
    """Return the text without one key of a mapping and the trailing comments on its lines."""
    if not isinstance(parent, MappingNode):
        raise KeyError(key)
    place = [each.value for each, _ in parent.value].index(key)
    key_node, value = parent.value[place]
    if len(parent.value) == 1:
        empty = " {}" if not is_flow(parent) else "{}"
        return _replaced(text, parent, empty) if node_start(parent) else _root_replaced(text, parent, {})
    following = parent.value[place + 1][0] if place + 1 < len(parent.value) else None
    begin = line_start(text, node_start(key_node))
    if is_flow(parent):
        if following is not None:
            return text[: node_start(key_node)] + text[node_start(following) :]
        return text[: node_end(parent.value[place - 1][1], text)] + text[node_end(value, text) :]
    if text[begin : node_start(key_node)].strip():  # after the dash of a list item
        assert following is not None  # noqa: S101  # it is the first of several
        return text[: node_start(key_node)] + text[node_start(following) :]
    return text[:begin] + text[line_end(text, max(node_end(key_node, text), node_end(value, text))) :]
