"""Positions of the values in a YAML text, as character offsets, without surrounding comments."""

from __future__ import annotations

from collections.abc import Sequence

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

Path = tuple[str | int, ...]


def root_of(text: str) -> Node | None:
    """Return the root node of a text. The C loader is ten times as fast as the Python loader."""
    return yaml.compose(text, Loader=yaml.CSafeLoader)


def find(root: Node | None, path: Path) -> Node:
    """Return the node at `path`; raises `KeyError`."""
    node = root
    for step in path:
        if isinstance(node, MappingNode):
            node = entry(node, str(step))[1]
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        else:
            raise KeyError(path)
    if node is None:
        raise KeyError(path)
    return node


def entry(node: MappingNode, key: str) -> tuple[Node, Node]:
    """Return the nodes of a key and its value; raises `KeyError`."""
    for key_node, value in node.value:
        if isinstance(key_node, ScalarNode) and key_node.value == key:
            return key_node, value
    raise KeyError(key)


def node_start(node: Node) -> int:
    """Return where a node begins."""
    return int(node.start_mark.index)


def node_end(node: Node, text: str) -> int:
    """Return where the last character of a node ends, before any comments and blank lines that follow."""
    if isinstance(node, CollectionNode) and not is_flow(node):
        items = parts(node)
        return max([node_start(node), *(node_end(each, text) for each in items)])
    last = int(node.end_mark.index)
    if isinstance(node, ScalarNode) and node.style in {"|", ">"}:
        last = node_start(node) + len(text[node_start(node) : last].rstrip())
    return last


def parts(node: CollectionNode) -> Sequence[Node]:
    """Return the nodes directly below a map or a list."""
    if isinstance(node, MappingNode):
        return [each for pair in node.value for each in pair]
    return list(node.value)


def is_flow(node: Node) -> bool:
    """Return whether a map or list is written in braces or brackets."""
    return isinstance(node, CollectionNode) and bool(node.flow_style)


def node_column(node: Node) -> int:
    """Return the column of a node, from 0."""
    return int(node.start_mark.column)


def line_start(text: str, place: int) -> int:
    """Return where the line that contains `place` begins."""
    return text.rfind("\n", 0, place) + 1


def line_end(text: str, place: int) -> int:
    """Return where the line that contains `place` ends: after its line break, or at the end of the text."""
    end = text.find("\n", place)
    return len(text) if end < 0 else end + 1
