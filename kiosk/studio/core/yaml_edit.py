"""Edits in a YAML text that leave every other character of it as it was.

A value is cut out and another put in its place; comments, order, quoting and empty lines around it are not
touched. Each edit is read again by the reader of the feed: what does not mean exactly what was asked for is
tried in another style, and refused if none will do. So a text is never damaged, at worst left as it was.
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
    """Stands for a key that is taken away."""


REMOVED: Final = _Removed()


class EditError(ValueError):
    """A text cannot be edited here without damage; its message says what to do instead."""


def edited(text: str, path: Path, value: object) -> str:
    """Return `text` with `value` at `path`; `REMOVED` takes the key away. Raises `EditError`."""
    bom = text[:1] if text.startswith("\ufeff") else ""
    body = text[len(bom) :]
    old = _value(body)
    wanted = _with(old, path, _composed(value))
    for step in _steps(old, wanted, ()):
        body = _stepped(body, *step)
    if not _equal(_value(body), wanted):
        raise refused(path)
    return bom + body


def new_text(value: Mapping[str, object]) -> str:
    """Return a new file that holds a map."""
    lines = (f"{yaml_words.flow(key)}:{yaml_words.block(each, 0)}\n" for key, each in value.items())
    return "".join(lines)


@lru_cache(maxsize=8)  # each text of an edit is read several times
def _value(text: str) -> Any:  # noqa: ANN401  # what an admin wrote can be anything
    """Return what a text says, which nobody changes."""
    try:
        return yaml_reader.read(text.encode(), "").value
    except ContentError as bad:
        raise EditError(tr("this file has a mistake; fix it in a text editor first")) from bad


def _composed(value: object) -> object:
    """Return plain data with composed letters, as the reader of the feed gives them."""
    if isinstance(value, Mapping):
        return {key: _composed(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_composed(each) for each in value]
    return yaml_scalars.to_nfc(value) if isinstance(value, str) else value


def _with(old: Any, path: Path, value: object) -> Any:  # noqa: ANN401  # see above
    """Return a copy of plain data with another value at a path; missing maps are made."""
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


def _steps(old: object, new: object, path: Path) -> Iterator[ChangedValue]:
    """Yield the smallest changes that lead from one value to another; those of a list from its end."""
    if isinstance(old, Mapping) and isinstance(new, Mapping) and new and old:
        for key in old:
            if key not in new:
                yield (*path, key), REMOVED
        for key, value in new.items():
            if key not in old:
                yield (*path, key), value
            elif not _equal(old[key], value):
                yield from _steps(old[key], value, (*path, key))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new) and not _flat(new):
        for place, value in enumerate(new):
            yield from _steps(old[place], value, (*path, place))
    elif not _equal(old, new):
        yield path, new


def _flat(items: list[Any]) -> bool:
    return all(not isinstance(each, dict | list) for each in items)


def _equal(one: object, other: object) -> bool:
    return json.dumps(one, default=repr) == json.dumps(other, default=repr) or (
        isinstance(one, Mapping)
        and isinstance(other, Mapping)
        and one.keys() == other.keys()
        and all(_equal(one[key], other[key]) for key in one)
    )


def _stepped(text: str, path: Path, value: object) -> str:
    """Return the text after one change, in the first style that means what it should."""
    wanted = _with(_value(text), path, value)
    for way in _ways(text, path, value):
        try:
            found = way()
            if _equal(_value(found), wanted):
                return found
        except (EditError, KeyError, ValueError, yaml.YAMLError):
            continue
    raise refused(path)


def refused(path: Path) -> EditError:
    """Return the error of a value that cannot be changed."""
    name = ".".join(map(str, path))
    return EditError(tr("{part} cannot be changed here; change it in a text editor", part=name))


def _ways(text: str, path: Path, value: object) -> Iterator[Callable[[], str]]:
    """Yield how one change can be made, the tidiest first."""
    root = root_of(text)
    if root is None or not path:
        yield lambda: _whole(text, root, value)
        return
    above = find(root, path[:-1])
    key = path[-1]
    if value is REMOVED:
        yield lambda: _without(text, above, str(key))
        return
    known = isinstance(above, SequenceNode) or any(each.value == key for each, _ in above.value)
    if not known and isinstance(above, MappingNode):
        yield lambda: _added(text, above, str(key), value)
        return
    old = find(root, path)
    if isinstance(value, list) and isinstance(old, SequenceNode) and old.value and value:
        yield lambda: with_items(text, path, _at(_value(text), path), value)
    indent = (
        node_column(entry(above, str(key))[0]) if isinstance(above, MappingNode) else node_column(old) - 2
    )
    style = (old.style or None) if isinstance(old, ScalarNode) else None
    if not is_flow(above) and not is_flow(old):
        yield lambda: _replaced(text, old, yaml_words.block(value, indent, style))
    yield lambda: _replaced(text, old, " " + yaml_words.flow(value, style))


def _at(value: Any, path: Path) -> Any:  # noqa: ANN401  # see above
    for step in path:
        value = value[step]
    return value


def _whole(text: str, root: Node | None, value: object) -> str:
    """Return a text with another value in all, after the comments that it begins with."""
    written = new_text(value) if isinstance(value, Mapping) and value else yaml_words.flow(value) + "\n"
    if root is None:
        return text + ("" if not text or text.endswith("\n") else "\n") + yaml_words.breaks(text, written)
    return (
        text[: node_start(root)]
        + yaml_words.breaks(text, written)
        + text[line_end(text, node_end(root, text)) :]
    )


def _replaced(text: str, old: Node, written: str) -> str:
    """Return the text with another value in the place of a node; `written` begins with its space or break."""
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


def _added(text: str, above: MappingNode, key: str, value: object) -> str:
    """Return the text with one more key at the end of a map."""
    name = yaml_words.flow(key)
    if is_flow(above):
        last = node_end(above.value[-1][1], text) if above.value else node_start(above) + 1
        comma = ", " if above.value else ""
        return f"{text[:last]}{comma}{name}: {yaml_words.flow(value)}{text[last:]}"
    indent = node_column(above.value[0][0])
    place = line_end(text, node_end(above, text))
    head = text[:place] if text[:place].endswith("\n") else text[:place] + yaml_words.breaks(text, "\n")
    line = f"{' ' * indent}{name}:{yaml_words.block(value, indent)}\n"
    return head + yaml_words.breaks(text, line) + text[place:]


def _without(text: str, above: Node, key: str) -> str:
    """Return the text without one key of a map, and without the comment at the end of its own lines."""
    if not isinstance(above, MappingNode):
        raise KeyError(key)
    place = [each.value for each, _ in above.value].index(key)
    found, value = above.value[place]
    if len(above.value) == 1:
        empty = " {}" if not is_flow(above) else "{}"
        return _replaced(text, above, empty) if node_start(above) else _whole(text, above, {})
    following = above.value[place + 1][0] if place + 1 < len(above.value) else None
    begin = line_start(text, node_start(found))
    if is_flow(above):
        if following is not None:
            return text[: node_start(found)] + text[node_start(following) :]
        return text[: node_end(above.value[place - 1][1], text)] + text[node_end(value, text) :]
    if text[begin : node_start(found)].strip():  # behind the dash of a list
        assert following is not None  # noqa: S101  # it is the first of several
        return text[: node_start(found)] + text[node_start(following) :]
    return text[:begin] + text[line_end(text, max(node_end(found, text), node_end(value, text))) :]
