"""Constraints on the fields of a feed, as metadata that costs nothing until a feed is validated.

The models are standard dataclasses. Only the authoring and sync side validates them, with pydantic; the
player loads a compiled feed and must not pay for importing pydantic. The annotations therefore hold the
stand-ins below, which become pydantic's own metadata when a validator is built (`GroupedMetadata` of
annotated-types).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Literal, get_type_hints

from kiosk.frozen import frozen

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, TypeAdapter
    from pydantic_core import CoreSchema


class Deferred:
    """Metadata that becomes `pydantic.NAME(*arguments)` once a validator is built."""

    __is_annotated_types_grouped_metadata__: Literal[True] = True

    def __init__(self, name: str, *arguments: object, **options: object) -> None:
        self._name, self._arguments, self._options = name, arguments, options

    def __iter__(self) -> Iterator[object]:
        import pydantic  # noqa: PLC0415  # the point of this module

        metadata = getattr(pydantic, self._name)(*self._arguments, **self._options)
        yield from metadata.metadata if self._name == "Field" else (metadata,)


def after(check: Callable[[Any], Any]) -> Deferred:
    """Pass a validated value through `check`, which returns it or calls `raise_expected`."""
    return Deferred("AfterValidator", check)


def before(read: Callable[[Any], Any], *, schema: Any = None) -> Deferred:  # noqa: ANN401  # any type
    """Pass the raw value through `read` first; `schema` is the type in the JSON Schema for editors."""
    options = {} if schema is None else {"json_schema_input_type": schema}
    return Deferred("BeforeValidator", read, **options)


def limits(**bounds: float) -> Deferred:
    """Bound a value by the options of `pydantic.Field`: `ge`, `le`, `min_length`, `max_length`."""
    return Deferred("Field", **bounds)


_FILE_KEYS = {"excluded": "except", "shown_from": "from"}
"""Keys in files that are Python keywords, by field name."""


def _file_key(name: str) -> str:
    """Return the key of a field in a file."""
    return _FILE_KEYS.get(name, name)


@frozen
class Strict:
    """Base of the models: validated as a whole by `check`; unknown keys are refused."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {
        "extra": "forbid",
        "allow_inf_nan": False,
        "alias_generator": _file_key,
    }

    def check(self) -> None:
        """Refuse inconsistent values by calling `raise_expected`."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema  # noqa: PLC0415  # the player does not load pydantic

        schema = handler(source)
        if cls.check is Strict.check:
            return schema
        return core_schema.no_info_after_validator_function(_checked, schema)


def _checked(value: Strict) -> Strict:
    value.check()
    return value


def adapter(shape: Any) -> TypeAdapter[Any]:  # noqa: ANN401  # a model, or any type made of models
    """Return the pydantic adapter of a shape; it is cached, since it takes milliseconds to build."""
    return _adapter(shape)


@lru_cache(maxsize=64)
def _adapter(shape: Any) -> TypeAdapter[Any]:  # noqa: ANN401  # any type made of models
    from pydantic import TypeAdapter  # noqa: PLC0415  # as above

    return TypeAdapter(shape)


def keys_of(model: Any) -> Mapping[str, Any]:  # noqa: ANN401  # a `Strict`, or a pydantic model
    """Return the annotation of each field of a model, by its key in a file."""
    hints = get_type_hints(model, include_extras=True)
    names = [each.name for each in dataclasses.fields(model)] if is_strict(model) else model.model_fields
    return {_file_key(name): hints[name] for name in names}


def is_strict(model: object) -> bool:
    """Return whether this class is one of the models of a feed."""
    return isinstance(model, type) and issubclass(model, Strict)
