"""Text in several languages, and the choice of the language to show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from kiosk.feed.constraints import Strict, limits
from kiosk.feed.web_addresses import MediaPath
from kiosk.feed.written_values import LanguageCode, Line
from kiosk.frozen import frozen

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

SAME_FOR_ALL = "und"
"""ISO 639's code for text of no particular language: names and addresses."""

UNVOWELLED = frozenset({"ar"})
"""Languages written without the vowel marks that synthetic voices need to be understood."""


@frozen(kw_only=True)
class Language(Strict):
    """A language of the feed; `fallback` names the languages to try, in order, if a text lacks it.

    `speech` is a recording of its name and "choose language", for those who cannot read it.
    """

    name: Line
    direction: Literal["ltr", "rtl"] = "ltr"
    fallback: tuple[LanguageCode, ...] = ()
    speech: MediaPath | None = None


@frozen
class Localized:
    """A text as one reader sees it, and its actual language (`und` if it is the same for all)."""

    text: str
    language: str


@frozen
class Text:
    """A text by language code, or one line that is the same in every language."""

    root: str | Mapping[str, str]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema  # noqa: PLC0415  # the player does not load pydantic

        return core_schema.no_info_after_validator_function(
            cls._checked,
            handler.generate_schema(Line | Annotated[Mapping[LanguageCode, Line], limits(min_length=1)]),
            ref=f"{cls.__module__}.{cls.__qualname__}",  # one definition, however many texts a model has
            serialization=core_schema.plain_serializer_function_ser_schema(lambda text: text.root),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, object]:
        return handler(core) | {"description": cls.__doc__}

    @classmethod
    def _checked(cls, root: str | Mapping[str, str]) -> Self:
        return cls(root)

    def languages(self) -> frozenset[str]:
        """Return the codes of the languages in which this text is written."""
        return frozenset((SAME_FOR_ALL,) if isinstance(self.root, str) else self.root)

    def in_first(self, chain: Sequence[str]) -> Localized:
        """Return the text in the first language of `chain` that it has, or else in its first language."""
        if isinstance(self.root, str):
            return Localized(self.root, SAME_FOR_ALL)
        code = next((code for code in chain if code in self.root), next(iter(self.root)))
        return Localized(self.root[code], code)
