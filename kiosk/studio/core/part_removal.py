"""What goes when a part of the feed is removed, so that nothing names it any more. Pure.

Nothing is shown to more people than before: a playlist that was for one office alone goes with the office,
and is not left for all screens.
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
"""The folders that are never emptied, and why."""


@frozen
class Removal:
    """The files that go, the one that is removed first, and what the others say afterwards."""

    gone: tuple[str, ...]
    changed: Mapping[str, Any]


def removal(documents: Mapping[str, Document], file: str) -> Removal:
    """Return what goes with the part of a file; raises `EditError` if it cannot go."""
    values = {name: copy.deepcopy(each.value) for name, each in documents.items() if name != RECORD}
    gone, waiting = [file], [file]
    while waiting:
        part = waiting.pop(0)
        for name in sorted(values):
            if name not in gone and _goes_with(name, values[name], part):
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
    """Return the files by which a part is removed everywhere; raises `EditError`."""
    found = removal(documents, file)
    files: dict[str, bytes | None] = dict.fromkeys(found.gone)
    for name, value in found.changed.items():
        files[name] = edited(project.texts[name].decode(), (), value).encode()
    return files


def _goes_with(name: str, value: Any, part: str) -> bool:  # noqa: ANN401  # what an admin wrote can be anything
    """Take a part out of the value of a file; return whether nothing useful is left of the file."""
    while path := next(paths_to(value, part), None):
        if not is_key(path) and not isinstance(path[-1], int):
            if _falls(name, value, path):
                return True
            continue
        above = at(value, path[:-1])
        del above[path[-1]]
        if not above and _falls(name, value, path[:-1]):
            return True
    return False


def _falls(name: str, value: Any, path: Path) -> bool:  # noqa: ANN401  # as above
    """Take away the item of a list that has nothing left at a path; return whether that is the whole file."""
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
    """Take away what is at a path, and what is left empty around it."""
    above = at(value, path[:-1])
    del above[path[-1]]
    if not above and len(path) > 1:
        _drop(value, path[:-1])
