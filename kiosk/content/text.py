"""Text in several languages, and which of them a reader is given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

from kiosk.content.values import LanguageCode, Line

SAME_FOR_ALL = "und"
"""ISO 639's code for text of no particular language: names and addresses."""


class Strict(BaseModel):
    """A part of the feed: frozen, and closed to keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, defer_build=True)


class Language(Strict):
    """A language of the feed; `fallback` names the languages to try, in order, if a text lacks it."""

    name: Line
    direction: Literal["ltr", "rtl"] = "ltr"
    fallback: tuple[LanguageCode, ...] = ()


@dataclass(frozen=True)
class Localized:
    """A text as one reader sees it, and the language it is really in (`und` when the same for all)."""

    text: str
    language: str


class Text(RootModel[Line | Annotated[Mapping[LanguageCode, Line], Field(min_length=1)]]):
    """A text by language code, or one line that is the same in every language."""

    model_config = ConfigDict(frozen=True)

    def languages(self) -> frozenset[str]:
        """Return the codes this text is written in."""
        return frozenset((SAME_FOR_ALL,) if isinstance(self.root, str) else self.root)

    def in_first(self, chain: Sequence[str]) -> Localized:
        """Return the text in the first language of `chain` it has, else in the first it was written in."""
        if isinstance(self.root, str):
            return Localized(self.root, SAME_FOR_ALL)
        code = next((code for code in chain if code in self.root), next(iter(self.root)))
        return Localized(self.root[code], code)
