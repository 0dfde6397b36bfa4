"""View-models: QObjects that show frozen dataclasses in QML, with a property for each field.

The field `is_open` becomes the property `isOpen`. A field made with `nested` becomes a list model that stays
the same object when its rows change. All other properties notify through `changed`, except those with
`CONSTANT` in their metadata. `tests.lint.qml` reads the same rules from the source.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Property, QObject, Signal

from kiosk.ui.rows import Rows, camel

V = TypeVar("V")

CONSTANT: Mapping[str, bool] = {"constant": True}
"""The metadata of a field that has the same value for as long as the view-model exists."""


class ViewModel(QObject, Generic[V]):
    """Shows one value at a time; subclass it as `ViewModel[ADataclass]`."""

    changed: Signal
    """Emitted when another value is shown; each subclass has its own signal."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        shape = _shape(cls)
        if shape:
            cls.changed = Signal()
            for name, prop in _properties(shape, cls.changed):
                setattr(cls, name, prop)

    def __init__(self, value: V, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value = value
        self._lists: dict[str, Rows[Any]] = {
            field.name: Rows(field.metadata["rows"], self, getattr(value, field.name))
            for field in dataclasses.fields(value)  # type: ignore[arg-type]  # V is a dataclass
            if "rows" in field.metadata
        }

    @property
    def value(self) -> V:
        """The current value."""
        return self._value

    def show(self, value: V) -> None:
        """Show another value; nothing is emitted if it is equal."""
        if value == self._value:
            return
        self._value = value
        for name, rows in self._lists.items():
            rows.replace(getattr(value, name))
        self.changed.emit()


def _shape(model: type) -> type | None:
    """Return the dataclass that a subclass names; None if the subclass is itself generic."""
    named = (typing.get_args(base) for base in model.__dict__.get("__orig_bases__", ()))
    return next((args[0] for args in named if args and isinstance(args[0], type)), None)


def _properties(shape: type, changed: Signal) -> typing.Iterator[tuple[str, Property]]:
    types = typing.get_type_hints(shape)
    for field in dataclasses.fields(shape):
        if "rows" in field.metadata:
            yield camel(field.name), Property(Rows, _list(field.name), constant=True)
        elif field.metadata.get("constant"):
            yield camel(field.name), Property(types[field.name], _field(field.name), constant=True)
        else:
            yield camel(field.name), Property(types[field.name], _field(field.name), notify=changed)


def _list(name: str) -> Callable[[ViewModel[Any]], Rows[Any]]:
    return lambda model: model._lists[name]  # noqa: SLF001  # the property of that class


def _field(name: str) -> Callable[[ViewModel[Any]], Any]:
    return lambda model: getattr(model.value, name)
