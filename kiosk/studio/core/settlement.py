"""Whose value is kept where two people have changed the same one, as a person has chosen it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from kiosk import system
from kiosk.frozen import frozen
from kiosk.publish.three_way import Merge
from kiosk.publish.three_way import Path as ValuePath


@frozen
class Settlement:
    """The conflicts that a person has seen, and those of them in which the other value is taken."""

    seen: Sequence[Merge] = ()
    theirs: Collection[tuple[str, ValuePath]] = frozenset()
    """By file and place in it."""

    def covers(self, conflicts: Sequence[Merge]) -> bool:
        """Return whether each conflict was seen exactly as it is now."""
        return all(each in self.seen for each in conflicts)

    def takes_theirs(self, conflict: Merge) -> bool:
        """Return whether the value of the other person is taken."""
        return (conflict.file, conflict.path) in self.theirs


NOTHING_SETTLED = Settlement()


def keep_beside(folder: Path, names: Collection[str]) -> None:
    """Copy files of a folder that are about to lose a value: `.NAME.mine` beside each."""
    for name in dict.fromkeys(names):
        path = folder / name
        if path.is_file():
            system.write_atomically(path.with_name(f".{path.name}.mine"), path.read_bytes())
