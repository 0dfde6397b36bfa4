"""What else changes when a part of the feed is removed, so that no reference to it remains. Pure.

Nothing is shown to more people than before: a playlist for one office only is removed with the office, and
not left for every screen.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from kiosk.feed.message_catalog import tr
from kiosk.feed.translation_record import RECORD
from kiosk.feed.yaml_reader import Document, Path
from kiosk.frozen import frozen
from kiosk.studio.core.part_uses import at, is_key, paths_to
from kiosk.studio.core.project import Files, Project
from kiosk.studio.core.yaml_edit import EditError, edited

LASTING = {
    "offices": tr("The feed has at least one office."),
    "screens": tr("The feed has at least one screen."),
    "topics": tr("The feed has at least one topic."),
}
"""The folders that must not become empty, and the reason."""


@frozen
class Removal:
    """The files to delete, the requested one first, and the new values of the files that change."""

    gone: tuple[str, ...]
    changed: Mapping[str, Any]


def removal(documents: Mapping[str, Document], file: str) -> Removal:
    """Return what changes when the part in a file is removed; raises `EditError` if it must stay."""
    values = {name: copy.deepcopy(each.value) for name, each in documents.items() if name != RECORD}
    gone, waiting = [file], [file]
    while waiting:
        part = waiting.pop(0)
        for name in sorted(values):
            if name not in gone and _remove_references(name, values[name], part):
                gone.append(name)
                waiting.append(name)
    for folder, reason in LASTING.items():
        parts = [name for name in documents if name.startswith(f"{folder}/")]
        if parts and set(parts) <= set(gone):
            raise EditError(reason)
    left = {name: value for name, value in values.items() if name not in gone}
    return Removal(
        tuple(gone), {name: value for name, value in left.items() if value != documents[name].value}
    )


def removed_files(project: Project, documents: Mapping[str, Document], file: str) -> Files:
    """Return the file changes that remove a part everywhere; raises `EditError`."""
    plan = removal(documents, file)
    files: dict[str, bytes | None] = dict.fromkeys(plan.gone)
    for name, value in plan.changed.items():
        files[name] = edited(project.texts[name].decode(), (), value).encode()
    return files


def _remove_references(name: str, value: Any, part: str) -> bool:  # noqa: ANN401  # what an admin wrote can be anything
    """Remove references to a part from the value of a file; return whether nothing useful is left."""
    while path := next(paths_to(value, part), None):
        if not is_key(path) and not isinstance(path[-1], int):
            if _drop_item(name, value, path):
                return True
            continue
        parent = at(value, path[:-1])
        del parent[path[-1]]
        if not parent and _drop_item(name, value, path[:-1]):
            return True
    return False


def _drop_item(name: str, value: Any, path: Path) -> bool:  # noqa: ANN401  # as above
    """Remove the list item around a path that has become empty; return whether the whole file must go."""
    if "except" in path:
        _drop(value, path)
        return False
    if path[-2:] == ("booking", "topics"):
        _drop(value, path)
        return False
    if name.startswith("screens/") and path == ("topics",):
        raise EditError(tr("{file} offers nothing else; give it other topics first", file=name))
    items = [place for place, step in enumerate(path) if isinstance(step, int)]
    if not items:
        return True
    _drop(value, path[: items[0] + 1])
    return False


def _drop(value: Any, path: Path) -> None:  # noqa: ANN401  # as above
    """Delete the value at a path, and every container that becomes empty."""
    parent = at(value, path[:-1])
    del parent[path[-1]]
    if not parent and len(path) > 1:
        _drop(value, path[:-1])
