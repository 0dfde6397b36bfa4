"""What the form of a slide asks for: the fields of its kind, in the order of the form. Pure."""

from __future__ import annotations

from dataclasses import fields
from typing import Literal

from kiosk.feed.slides import SLIDES_BY_KIND
from kiosk.frozen import frozen

FieldForm = Literal["line", "paragraph", "day", "length", "picture"]


@frozen
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


def fields_of(kind: str) -> list[SlideField]:
    """Return the fields of a kind of slide; those that every slide has for a kind that nobody knows."""
    model = SLIDES_BY_KIND.get(kind)
    known = {each.name for each in fields(model)} if model else ()
    return [each for each in (*WORDS, *MEDIA) if each.key in known] + list(COMMON)
