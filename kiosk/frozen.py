"""Frozen dataclasses that share their methods.

`dataclasses.dataclass` compiles six methods for each class, which takes 0.8 ms. The player creates a hundred
classes before its first picture, most of them for values that msgspec creates without calling `__init__`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform, overload

C = TypeVar("C")


@overload
def frozen(shape: type[C], /) -> type[C]: ...
@overload
def frozen(*, kw_only: bool = ...) -> Callable[[type[C]], type[C]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(shape: type[Any] | None = None, /, *, kw_only: bool = False) -> Any:
    """Make a class a frozen dataclass: values of one class are equal if all their fields are.

    Every field is an argument: `InitVar`, `field(init=False)` and `__slots__` are not supported.
    """

    def decorate(shape: type[Any]) -> type[Any]:
        for name, method in _SHARED.items():
            if vars(shape).get(name) is None:  # a class that defines `__eq__` has `__hash__ = None`
                setattr(shape, name, method)
        result = dataclass(init=False, repr=False, eq=False, kw_only=kw_only)(shape)
        result._fields = fields(result)  # read by the methods below
        result._positional = [each.name for each in result._fields if not each.kw_only]  # noqa: SLF001  # as above
        names = [each.name for each in result._fields if each.compare]  # as above
        result._compared = attrgetter(*names) if names else staticmethod(_nothing)  # noqa: SLF001  # as above
        return result

    return decorate if shape is None else decorate(shape)


def _nothing(_value: object) -> tuple[()]:
    return ()


def _init(self: Any, /, *values: object, **named: object) -> None:  # noqa: ANN401  # any frozen class
    name = self.__class__.__qualname__
    if values:
        positional = dict(zip(self._positional, values, strict=False))
        if len(positional) < len(values):
            raise TypeError(f"{name} takes {len(positional)} values, not {len(values)}")
        if duplicates := positional.keys() & named.keys():
            raise TypeError(f"{name} got two values for {', '.join(sorted(duplicates))}")
        named |= positional
    state = self.__dict__
    for each in self._fields:
        if each.name in named:
            state[each.name] = named.pop(each.name)
        elif each.default is not MISSING:
            state[each.name] = each.default
        elif each.default_factory is not MISSING:
            state[each.name] = each.default_factory()
        else:
            raise TypeError(f"{name} needs a value for {each.name}")
    if named:
        raise TypeError(f"{name} has no field {', '.join(sorted(named))}")
    if post_init := getattr(self, "__post_init__", None):
        post_init()


def _set(_self: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(_self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _equal(self: Any, other: object) -> Any:  # noqa: ANN401  # NotImplemented
    compared = self._compared
    if other.__class__ is self.__class__:
        return self is other or compared(self) == compared(other)
    return NotImplemented


def _hash(self: Any) -> int:  # noqa: ANN401  # as above
    return hash(self._compared(self))


def _repr(self: Any) -> str:  # noqa: ANN401  # as above
    parts = (f"{each.name}={getattr(self, each.name)!r}" for each in self._fields if each.repr)
    return f"{self.__class__.__qualname__}({', '.join(parts)})"


_SHARED = {
    "__init__": _init,
    "__setattr__": _set,
    "__delattr__": _delete,
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _repr,
}
