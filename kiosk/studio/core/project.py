"""One open folder: its texts being edited, undo and redo, saving, and checks.

Every edit is kept in memory as the bytes of whole files, so that undo restores exactly what was there. `save`
replaces each changed file atomically. Changes made on disk in the meantime are merged in; where both sides
changed the same value, ours is written and their file is kept beside it as a hidden file.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import cast

from kiosk.checks.all_checks import inspect_in_steps
from kiosk.feed.feed_reader import CheckedFeed, read_folder
from kiosk.feed.models import Feed
from kiosk.feed.problems import Problem
from kiosk.feed.read_cache import ReadCache
from kiosk.frozen import frozen
from kiosk.publish.feed_source import FeedSource
from kiosk.publish.folder_source import read_source
from kiosk.publish.json_differences import MISSING
from kiosk.publish.three_way import merges
from kiosk.studio.core.edit_rights import REFUSED, EditRights
from kiosk.studio.core.office_base import office_of
from kiosk.studio.core.safe_writes import safe_order, write_file
from kiosk.studio.core.yaml_edit import REMOVED, EditError, edited

Files = Mapping[str, bytes | None]
"""File contents by name; None for a file that does not exist."""

CheckResult = tuple[CheckedFeed, list[Problem]]
"""A checked feed and all its problems."""


@frozen
class UndoStep:
    """One change that is undone as a unit: its files before and after."""

    label: str
    before: Files
    after: Files


class Project:
    """A folder that is being edited."""

    def __init__(self, folder: Path, icons: Collection[str]) -> None:
        self.folder = folder
        self.icons = icons
        self.rights = EditRights(office_of(folder))
        self._cache = ReadCache()
        self.reload()

    def reload(self) -> None:
        """Read the folder again; unsaved edits and the undo history are dropped."""
        self._done: list[UndoStep] = []
        self._undone: list[UndoStep] = []
        source = read_source(self.folder)
        self.texts: dict[str, bytes] = dict(source.texts)
        self.media = dict(source.media)
        self._folder_problems = tuple(source.problems)
        self._saved: dict[str, bytes] = dict(source.texts)

    @property
    def changed(self) -> list[str]:
        """The files with unsaved changes."""
        names = {*self.texts, *self._saved}
        return sorted(name for name in names if self.texts.get(name) != self._saved.get(name))

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to undo."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to redo."""
        return bool(self._undone)

    def change(self, label: str, files: Files) -> None:
        """Change files in memory as one undo step; raises `EditError` if this person may not change them."""
        before = {name: self.texts.get(name) for name in files}
        if before == dict(files):
            return
        if not all(self.rights.may_write(name, before[name], data) for name, data in files.items()):
            raise EditError(REFUSED)
        self._done.append(UndoStep(label, before, dict(files)))
        self._undone.clear()
        self._put(files)

    def set(self, file: str, path: tuple[str | int, ...], value: object, label: str = "") -> None:
        """Change one value of a file; raises `EditError`."""
        text = self.texts[file].decode("utf-8")
        self.change(label or file, {file: edited(text, path, value).encode()})

    def undo(self) -> str:
        """Undo the last change; return its label."""
        step = self._done.pop()
        self._undone.append(step)
        self._put(step.before)
        return step.label

    def redo(self) -> str:
        """Redo the last undone change; return its label."""
        step = self._undone.pop()
        self._done.append(step)
        self._put(step.after)
        return step.label

    def _put(self, files: Files) -> None:
        for name, data in files.items():
            if data is None:
                self.texts.pop(name, None)
            else:
                self.texts[name] = data

    def read(self) -> CheckResult:
        """Return the edited feed, and the problems found by reading it."""
        checked = read_folder(self.texts, self.media, self.icons, self._cache)
        return checked, sorted([*self._folder_problems, *checked.problems])

    def checked(self, now: datetime) -> CheckResult:
        """Return the edited feed, and the problems found by every check that draws nothing."""
        return self.checked_with({}, now)

    def checked_with(self, other: Mapping[str, bytes], now: datetime) -> CheckResult:
        """Return what `checked` does, with the texts of some files replaced."""
        steps = self.check_in_steps(now, other)
        while True:
            try:
                next(steps)
            except StopIteration as done:
                return cast("CheckResult", done.value)

    def check_in_steps(
        self, now: datetime, other: Mapping[str, bytes] = MappingProxyType({})
    ) -> Generator[None, None, CheckResult]:
        """Return what `checked_with` does, in short steps between which the window can handle a key press."""
        checked = read_folder({**self.texts, **other}, self.media, self.icons, self._cache)
        found = [*self._folder_problems, *checked.problems]
        if checked.valid_parts:
            whole = checked.feed is not None
            for problems in inspect_in_steps(checked.valid_parts, checked.documents, now, whole=whole):
                found += problems
                yield
        return checked, sorted(found)

    def feed(self, now: datetime) -> Feed | None:
        """Return the valid parts of the feed."""
        return self.checked(now)[0].valid_parts

    def ids(self, kind: str) -> list[str]:
        """Return the ids of the parts of a kind, including those with errors."""
        names = [
            each for each in sorted(self.texts) if each.startswith(f"{kind}/") and each.endswith(".yaml")
        ]
        return [each.removeprefix(f"{kind}/").removesuffix(".yaml") for each in names]

    def free_name(self, kind: str, stem: str) -> str:
        """Return an unused file name for a new part, such as `notices/closed-2.yaml`.

        The disk is checked too: somebody else may have added the file since the folder was read.
        """
        names = (f"{kind}/{stem}{f'-{count}' if count > 1 else ''}.yaml" for count in range(1, 10_000))
        return next(name for name in names if name not in self.texts and not (self.folder / name).exists())

    def save(self) -> list[str]:
        """Write the changed files; return those in which somebody else changed the same value."""
        clashes = []
        for name in safe_order(self.changed, self._saved, self.texts):
            path = self.folder / name
            on_disk = path.read_bytes() if path.is_file() else None
            if on_disk != self._saved.get(name) and on_disk != self.texts.get(name):
                clashes += self._merge_from_disk(name, on_disk)
            write_file(path, self.texts.get(name))
            self._mark_saved(name)
        return clashes

    def _mark_saved(self, name: str) -> None:
        if name in self.texts:
            self._saved[name] = self.texts[name]
        else:
            self._saved.pop(name, None)

    def _merge_from_disk(self, name: str, on_disk: bytes | None) -> list[str]:
        """Merge what somebody else has written to disk into our text of a file."""
        sides = [_one_file(name, each) for each in (self._saved.get(name), self.texts.get(name), on_disk)]
        found = merges(*sides)
        clash = any(each.conflict for each in found)
        try:
            for each in found:
                if not each.conflict:
                    self._put({name: self._merged(name, each.path, each.result, on_disk)})
        except EditError:
            clash = True
        if clash and on_disk is not None:
            path = self.folder / name
            write_file(path.with_name(f".{path.name}.theirs"), on_disk)
        return [name] if clash else []

    def _merged(
        self, name: str, path: tuple[str | int, ...], result: object, on_disk: bytes | None
    ) -> bytes | None:
        if not path or name not in self.texts:
            return on_disk
        value = REMOVED if result is MISSING else result
        return edited(self.texts[name].decode(), path, value).encode()


def _one_file(name: str, data: bytes | None) -> FeedSource:
    return FeedSource({} if data is None else {name: data}, {})
