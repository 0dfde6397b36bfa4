"""Values in written form: their common base, and ids, language codes and lines of text.

Each type parses one written form, reports what it expected if that fails, and formats itself in that form.
The length of a value is checked before any pattern is tried. Times are in `written_times.py`, sizes and
places in `written_sizes.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, NoReturn, Self

from kiosk.feed.constraints import Deferred, after
from kiosk.feed.message_catalog import short_value, tr

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

MAX_VALUE = 200
"""The maximum number of characters of a value in written form."""

MAX_TEXT = 2000

_PLAIN = {ord(space): " " for space in "\u00a0\u2007\u2009\u202f"} | {ord(dash): "-" for dash in "–‑—−"}  # noqa: RUF001  # dashes
"""Spaces and dashes that Word and phones insert automatically."""


def raise_expected(what: str, got: object, probably: str = "", *, key: str = "") -> NoReturn:
    """Raise a validation error: `what` describes a valid value, `probably` is what was probably meant.

    A check of a whole model passes the `key` whose value it refuses.
    """
    from pydantic_core import PydanticCustomError  # noqa: PLC0415  # needed only for an error

    details = {"what": what, "got": short_value(got), "meant": probably, "key": key}
    raise PydanticCustomError("expected", "expected {what}, got {got}", details)


def as_plain_text(value: object) -> str:
    """Return a value as text with plain spaces and dashes; refuses one that is too long."""
    if not isinstance(value, str):
        return short_value(value)
    if len(value) > MAX_VALUE:
        raise_expected(tr("a value of at most {count} characters", count=MAX_VALUE), value)
    return plain(value)


def plain(text: str) -> str:
    """Replace the special spaces and dashes that Word inserts with those on a keyboard."""
    return text.translate(_PLAIN)


class WrittenValue:
    """A frozen value with a written form: subclasses implement `parse` and `__str__`.

    `FORM` and `EXAMPLES` go into the JSON Schema for editors; `parse` is authoritative.
    """

    FORM: ClassVar[str] = ""
    EXAMPLES: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the value written as `text`; raises `PydanticCustomError` saying what was expected."""
        raise NotImplementedError

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema  # noqa: PLC0415  # the player does not load pydantic

        return core_schema.no_info_plain_validator_function(
            cls._read,
            serialization=core_schema.plain_serializer_function_ser_schema(str),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, object]:
        del core, handler
        return {"type": "string", "pattern": cls.FORM, "examples": list(cls.EXAMPLES)}

    @classmethod
    def _read(cls, value: object) -> Self:
        return value if isinstance(value, cls) else cls.parse(as_plain_text(value))


def pattern_check(pattern: str, what: str) -> Callable[..., str]:
    """Return a check that a text matches `pattern`; `what` describes the pattern in words."""
    compiled = re.compile(pattern)

    def check(text: str, probably: str = "") -> str:
        return text if compiled.fullmatch(text) else raise_expected(what, text, probably)

    return check


def written_form(pattern: str, *examples: str, number: bool = False) -> Deferred:
    """Return the JSON Schema of a written value, for editors."""
    kind = ["string", "number"] if number else "string"
    return Deferred("WithJsonSchema", {"type": kind, "pattern": f"^{pattern}$", "examples": list(examples)})


_ID = r"[a-z0-9][a-z0-9-]{0,63}"

_LANGUAGE = r"[a-z]{2,3}(_[A-Z]{2})?"

Line = Annotated[str, Deferred("StringConstraints", strip_whitespace=True, min_length=1, max_length=MAX_TEXT)]

Id = Annotated[
    str,
    Deferred("StringConstraints", max_length=MAX_VALUE),
    after(pattern_check(_ID, tr("an id of lower-case letters, digits and hyphens"))),
    written_form(_ID),
]

LanguageCode = Annotated[
    str,
    Deferred("StringConstraints", max_length=MAX_VALUE),
    after(pattern_check(_LANGUAGE, tr("a language code such as 'sv' or 'fa_AF'"))),
    written_form(_LANGUAGE, "sv"),
]
