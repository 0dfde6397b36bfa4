"""Insert, remove and move items of a list in a YAML text, with the comments on their lines."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from yaml.nodes import SequenceNode

from kiosk.studio.core import yaml_words
from kiosk.studio.core.yaml_places import (
    Path,
    find,
    is_flow,
    line_end,
    line_start,
    node_column,
    node_end,
    node_start,
    root_of,
)


def with_items(text: str, path: Path, old: Sequence[object], wanted: Sequence[object]) -> str:
    """Return the text with the list at a path changed from `old` to `wanted`.

    Items that stay or move keep their lines and comments.
    """
    written = [json.dumps(each, sort_keys=True, default=repr) for each in old]
    matcher = SequenceMatcher(
        None, written, [json.dumps(each, sort_keys=True, default=repr) for each in wanted]
    )
    moved: dict[str, str] = {}
    codes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    node = find(root_of(text), path)
    assert isinstance(node, SequenceNode)  # noqa: S101  # the caller has checked
    for _, first, last, *_ in codes:
        for place in range(first, last):
            moved[written[place]] = text[slice(*_span(text, node, place))]
    for _, first, last, new_first, new_last in reversed(codes):
        text = _exchanged(text, path, (first, last), wanted[new_first:new_last], moved)
    return text


def _exchanged(
    text: str, path: Path, span: tuple[int, int], new: Sequence[object], moved: Mapping[str, str]
) -> str:
    node = find(root_of(text), path)
    assert isinstance(node, SequenceNode)  # noqa: S101  # the caller has checked
    flow = is_flow(node)
    first, last = span
    place = _span(text, node, first - 1)[1] if first else _span(text, node, 0)[0]
    lines = [
        moved.get(json.dumps(each, sort_keys=True, default=repr)) or _item_line(text, node, each)
        for each in new
    ]
    cut = [_span(text, node, each) for each in range(first, last)]
    if flow:
        return _flow_items(text, node, span, new)
    for begin, stop in reversed(cut):
        text = text[:begin] + text[stop:]
    head = text[:place]
    if lines and head and not head.endswith("\n"):
        head += yaml_words.breaks(text, "\n")
    return (
        head
        + "".join(line if line.endswith("\n") else line + yaml_words.breaks(text, "\n") for line in lines)
        + text[place:]
    )


def _flow_items(text: str, node: SequenceNode, span: tuple[int, int], new: Sequence[object]) -> str:
    first, last = span
    items = node.value
    words = ", ".join(map(yaml_words.flow, new))
    if first == last:
        if first:
            place = node_end(items[first - 1], text)
            return f"{text[:place]}, {words}{text[place:]}"
        return f"{text[: node_start(items[0])]}{words}, {text[node_start(items[0]) :]}"
    begin, stop = node_start(items[first]), node_end(items[last - 1], text)
    if not words:
        if last < len(items):
            stop = node_start(items[last])
        else:
            begin = node_end(items[first - 1], text)
    return text[:begin] + words + text[stop:]


def _span(text: str, node: SequenceNode, place: int) -> tuple[int, int]:
    """Return where an item begins and ends: its lines in a block list, the node itself in a flow list."""
    item = node.value[place]
    if is_flow(node):
        return node_start(item), node_end(item, text)
    return line_start(text, text.rindex("-", 0, node_start(item) + 1) if node_start(item) else 0), line_end(
        text, node_end(item, text)
    )


def _item_line(text: str, node: SequenceNode, value: object) -> str:
    indent = 0 if is_flow(node) else node_column(node)
    return yaml_words.breaks(text, f"{' ' * indent}- {yaml_words.item(value, indent)}\n")
