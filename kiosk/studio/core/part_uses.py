"""Where other parts of the feed refer to a part, and how to rename it everywhere at once. Pure."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode

from kiosk.feed import yaml_reader
from kiosk.feed.misplaced_files import slug
from kiosk.feed.references import Reference, references_in, references_of
from kiosk.feed.translation_record import RECORD
from kiosk.feed.yaml_reader import Document, Path
from kiosk.frozen import frozen
from kiosk.studio.core import yaml_words
from kiosk.studio.core.project import Project
from kiosk.studio.core.yaml_edit import EditError, refused
from kiosk.studio.core.yaml_places import entry, find, node_end, node_start, root_of

REFERENCE_OF = {"offices": "office", "screens": "screen", "topics": "topic", "slides": "slide"}
"""The kind of reference to the parts in a folder; parts in other folders are never referred to."""


@frozen
class PartUse:
    """A reference to a part."""

    file: str
    path: Path


def file_named(folder: str, name: str) -> str:
    """Return the file of a part."""
    return f"{folder}/{name}.yaml"


def folder_and_id(file: str) -> tuple[str, str]:
    """Return the folder of a part's file, and its id."""
    folder, _, name = file.removesuffix(".yaml").partition("/")
    return folder, name


def uses(documents: Mapping[str, Document], file: str) -> list[PartUse]:
    """Return all references to the part that a file defines."""
    return [
        PartUse(other, path)
        for other, document in sorted(documents.items())
        if other != RECORD
        for path in _naming(references_of(document), file)
    ]


def paths_to(value: object, file: str) -> Iterator[Path]:
    """Yield the paths in a value that refer to the part that a file defines."""
    return _naming(references_in(value, ()), file)


def _naming(references: Iterable[Reference], file: str) -> Iterator[Path]:
    folder, name = folder_and_id(file)
    wanted = REFERENCE_OF.get(folder)
    return (path for path, kind, target in references if (kind, target) == (wanted, name))


def free_id(project: Project, folder: str, name: str) -> str:
    """Return an unused id for a new part in a folder, derived from its name."""
    return folder_and_id(project.free_name(folder, slug(name) or "new"))[1]


def renamed_files(
    own: Mapping[str, bytes], documents: Mapping[str, Document], file: str, new: str
) -> dict[str, bytes | None]:
    """Return the file changes that give a part a new id everywhere; raises `EditError`."""
    folder, _ = folder_and_id(file)
    target = file_named(folder, new)
    texts: dict[str, bytes | None] = {}
    for other in {each.file for each in uses(documents, file)}:
        text = own[other]
        texts[other] = _renamed(text, paths_to(yaml_reader.read(text, other).value, file), new)
    texts[target] = texts.pop(file, None) or own[file]
    texts[file] = None
    if record := own.get(RECORD):
        value = yaml_reader.read(record, RECORD).value
        languages = value.items() if isinstance(value, dict) else ()
        paths = [(code, file) for code, each in languages if isinstance(each, dict) and file in each]
        if paths:
            texts[RECORD] = _renamed(record, paths, target)
    return texts


def _renamed(data: bytes, paths: Iterable[Path], new: str) -> bytes:
    """Return a text with the name at each path replaced, whether it is a key or a value."""
    text = data.decode("utf-8")
    mark = text[:1] if text.startswith("\ufeff") else ""
    body = wanted = text[len(mark) :]
    value = yaml_reader.read(body.encode(), "").value
    spans = []
    for path in paths:
        node = _named_node(root_of(body), path)
        style = (node.style or None) if isinstance(node, ScalarNode) else None
        spans.append((node_start(node), node_end(node, body), yaml_words.flow(new, style)))
        value = _with_name(value, path, new)
    for begin, stop, word in sorted(spans, reverse=True):
        wanted = wanted[:begin] + word + wanted[stop:]
    if yaml_reader.read(wanted.encode(), "").value != value:
        raise refused(next(iter(paths), ()))
    return (mark + wanted).encode()


def is_key(path: Path) -> bool:
    """Return whether the name is a mapping key: a topic in `booking.topics`, or a file in the record."""
    last = path[-1]
    return isinstance(last, str) and (path[-2:-1] == ("topics",) or last.endswith(".yaml"))


def _named_node(root: Node | None, path: Path) -> Node:
    if not is_key(path):
        return find(root, path)
    parent = find(root, path[:-1])
    if not isinstance(parent, MappingNode):
        raise EditError(str(path))
    return entry(parent, str(path[-1]))[0]


def _with_name(value: Any, path: Path, new: str) -> Any:  # noqa: ANN401  # what an admin wrote can be anything
    result = copy.deepcopy(value)
    if is_key(path):
        parent = at(result, path[:-1])
        renamed = {new if key == path[-1] else key: each for key, each in parent.items()}
        parent.clear()
        parent.update(renamed)
    else:
        at(result, path[:-1])[path[-1]] = new
    return result


def at(value: Any, path: Path) -> Any:  # noqa: ANN401  # as above
    """Return the item at a path of a value."""
    for step in path:
        value = value[step]
    return value
