"""How a person has settled conflicts: whose value is kept where two people changed the same one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from kiosk import system
from kiosk.frozen import frozen
from kiosk.publish.three_way import Merge
from kiosk.publish.three_way import Path as ValuePath


@frozen
class Settlement:
    """The conflicts that a person has seen, and those that take the other person's value."""

    seen: Sequence[Merge] = ()
    theirs: Collection[tuple[str, ValuePath]] = frozenset()
    """The file and path of each conflict that takes theirs."""

    def covers(self, conflicts: Sequence[Merge]) -> bool:
        """Return whether every conflict was seen exactly in its current form."""
        return all(each in self.seen for each in conflicts)

    def takes_theirs(self, conflict: Merge) -> bool:
        """Return whether a conflict takes the other person's value."""
        return (conflict.file, conflict.path) in self.theirs


NOTHING_SETTLED = Settlement()


def keep_beside(folder: Path, names: Collection[str]) -> None:
    """Copy files that are about to lose a value, each to `.NAME.mine` beside it."""
    for name in dict.fromkeys(names):
        path = folder / name
        if path.is_file():
            system.write_atomically(path.with_name(f".{path.name}.mine"), path.read_bytes())
