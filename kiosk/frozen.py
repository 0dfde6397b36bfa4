"""Frozen dataclasses that share their comparison, hash and repr.

`dataclasses.dataclass` compiles six methods for each class, which takes 0.8 ms. The player creates a hundred
classes before its first picture, and three of the six would be the same for all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform, overload

C = TypeVar("C")


@overload
def frozen(shape: type[C], /) -> type[C]: ...
@overload
def frozen(*, kw_only: bool = ...) -> Callable[[type[C]], type[C]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(shape: type[Any] | None = None, /, *, kw_only: bool = False) -> Any:
    """Make a class a frozen dataclass: values of one class are equal if all their fields are."""

    def make(shape: type[Any]) -> type[Any]:
        for name, method in _SHARED.items():
            if vars(shape).get(name) is None:  # a class with `__eq__` has `__hash__ = None`
                setattr(shape, name, method)
        made = dataclass(frozen=True, kw_only=kw_only, eq=False, repr=False)(shape)
        names = [each.name for each in fields(made) if each.compare]
        made._compared = attrgetter(*names) if names else staticmethod(_nothing)  # noqa: SLF001  # read by the methods below
        return made

    return make if shape is None else make(shape)


def _nothing(_value: object) -> tuple[()]:
    return ()


def _equal(self: Any, other: object) -> Any:  # noqa: ANN401  # NotImplemented
    compared = self._compared
    if other.__class__ is self.__class__:
        return self is other or compared(self) == compared(other)
    return NotImplemented


def _hash(self: Any) -> int:  # noqa: ANN401  # any frozen class
    return hash(self._compared(self))


def _repr(self: Any) -> str:  # noqa: ANN401  # as above
    parts = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{self.__class__.__qualname__}({', '.join(parts)})"


_SHARED = {"__eq__": _equal, "__hash__": _hash, "__repr__": _repr}
