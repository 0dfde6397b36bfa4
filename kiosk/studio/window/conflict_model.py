"""The conflicts page: values that two people have changed differently, side by side, to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.frozen import frozen
from kiosk.publish.three_way import Merge
from kiosk.studio.core.settlement import Settlement
from kiosk.studio.window.part_names import part_name, place_name
from kiosk.studio.window.value_words import value_in_words
from kiosk.ui.rows import Rows

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

THEIRS = "theirs"


@frozen
class ConflictRow:
    """One value that both have changed."""

    name: str
    mine: str
    theirs: str


@QmlElement
@QmlUncreatable("made in Python")
class ConflictModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """The conflicts that keep the open project from being published."""

    changed = Signal()
    shown = Signal()
    """Emitted when there are conflicts to settle."""

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio = studio
        self._conflicts: Sequence[Merge] = ()
        self._rows: Rows[ConflictRow] = Rows(ConflictRow, self)
        self._kept: list[str] = []

    def show(self, conflicts: Sequence[Merge]) -> None:
        """Show conflicts, all of them still undecided."""
        self._conflicts = tuple(conflicts)
        self._rows.replace([self._row(each) for each in conflicts])
        self._kept = [""] * len(self._conflicts)
        self.changed.emit()
        self.shown.emit()

    def _row(self, conflict: Merge) -> ConflictRow:
        feed, language = self._studio.feed, self._studio.language
        names = [part_name(feed, conflict.file, language), place_name(feed, conflict.path, language)]
        sides = [
            value_in_words(feed, conflict.path, each, language) for each in (conflict.ours, conflict.theirs)
        ]
        return ConflictRow(" · ".join(filter(None, names)), *sides)

    @Slot(int, str)
    def keep(self, place: int, side: str) -> None:
        """Keep `mine` or `theirs` in one conflict."""
        self._kept[place] = side
        self.changed.emit()

    @Slot()
    def publish(self) -> None:
        """Publish with the chosen sides."""
        if self.ready:
            pairs = zip(self._conflicts, self._kept, strict=True)
            theirs = frozenset((each.file, each.path) for each, kept in pairs if kept == THEIRS)
            self._studio.publish_model.publish_settled(Settlement(self._conflicts, theirs))

    @Property(Rows, constant=True)
    def rows(self) -> Rows[ConflictRow]:
        """The conflicts."""
        return self._rows

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]  # PySide takes the name of a type
    def kept(self) -> list[str]:
        """The side kept in each conflict: `mine`, `theirs`, or empty until it is chosen."""
        return self._kept

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether a side is chosen in every conflict."""
        return bool(self._kept) and all(self._kept)
