"""List models for QML: frozen dataclasses are the rows, their fields the roles."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

FIRST_ROLE = 0x0101
"""`Qt.ItemDataRole.UserRole + 1`: using that name would create all enums of `Qt` before the first picture."""

R = TypeVar("R")
_NOWHERE = QModelIndex()


def nested(shape: type[Any]) -> Any:  # noqa: ANN401  # like dataclasses.field
    """Return a dataclass field that holds rows of `shape`; QML gets them as a list model."""
    return dataclasses.field(default=(), metadata={"rows": shape})


@QmlElement
@QmlUncreatable("made in Python")
class Rows(QAbstractListModel, Generic[R]):  # type: ignore[operator]  # the decorator takes a reason
    """Rows of one dataclass; the field `is_here` becomes the role `isHere`."""

    def __init__(self, shape: type[R], parent: QObject | None = None, rows: Sequence[R] = ()) -> None:
        super().__init__(parent)
        fields = dataclasses.fields(shape)  # type: ignore[arg-type]  # R is a dataclass
        self._names = {FIRST_ROLE + index: field.name for index, field in enumerate(fields)}
        self._shapes = {field.name: field.metadata["rows"] for field in fields if "rows" in field.metadata}
        self._rows: tuple[R, ...] = ()
        self._inner: dict[tuple[int, str], Rows[Any]] = {}
        self._take(rows)

    @property
    def rows(self) -> tuple[R, ...]:
        """The current rows."""
        return self._rows

    def replace(self, rows: Sequence[R]) -> None:
        """Show other rows; equal rows do not reset the view."""
        if tuple(rows) == self._rows:
            return
        old = list(self._inner.values())
        self.beginResetModel()
        self._take(rows)
        self.endResetModel()
        for inner in old:
            inner.deleteLater()

    def _take(self, rows: Sequence[R]) -> None:
        self._rows = tuple(rows)
        self._inner = {
            (index, name): Rows(shape, self, getattr(row, name))
            for index, row in enumerate(self._rows)
            for name, shape in self._shapes.items()
        }

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:  # noqa: ANN401  # Qt's own
        """Return one field of one row."""
        name = self._names.get(role)
        if name is None:
            return None
        return self._inner.get((index.row(), name)) or getattr(self._rows[index.row()], name)

    def roleNames(self) -> dict[int, QByteArray]:
        """Return the QML name of each role."""
        return {role: QByteArray(camel(name).encode()) for role, name in self._names.items()}


def camel(name: str) -> str:
    """Return the QML spelling of a Python name, such as `isHere` for `is_here`."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
