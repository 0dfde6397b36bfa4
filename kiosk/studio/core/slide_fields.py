"""What the form of a slide asks for: the fields of its kind, in the order of the form. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args, get_type_hints

from kiosk.feed.slides import Slide

FieldForm = Literal["line", "paragraph", "day", "length", "picture"]


@dataclass(frozen=True)
class SlideField:
    """One field: its key in the file, how it is written, and whether each language has its own."""

    key: str
    form: FieldForm
    localized: bool = False


WORDS = (
    SlideField("title", "line", localized=True),
    SlideField("text", "paragraph", localized=True),
    SlideField("caption", "line", localized=True),
)
MEDIA = (
    SlideField("picture", "picture"),
    SlideField("video", "picture"),
    SlideField("document", "picture"),
)
COMMON = (
    SlideField("from", "day"),
    SlideField("until", "day"),
    SlideField("dwell", "length"),
)

_CLASSES = {
    get_args(get_type_hints(each)["kind"])[0]: each.__dataclass_fields__
    for each in get_args(get_args(Slide)[0])
}


def fields_of(kind: str) -> list[SlideField]:
    """Return the fields of a kind of slide; those that every slide has for a kind that nobody knows."""
    known = _CLASSES.get(kind, {})
    return [each for each in (*WORDS, *MEDIA) if each.key in known] + list(COMMON)
