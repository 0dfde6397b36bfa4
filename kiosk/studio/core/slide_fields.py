"""The fields in the form of each kind of slide, in the order of the form. Pure."""

from __future__ import annotations

from dataclasses import fields
from typing import Literal

from kiosk.feed.slides import SLIDES_BY_KIND
from kiosk.frozen import frozen

FieldForm = Literal["line", "paragraph", "day", "length", "picture"]


@frozen
class SlideField:
    """One field: its key in the file, its form of input, and whether each language has its own value."""

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
    """Return the fields of a kind of slide; for an unknown kind, those that every slide has."""
    model = SLIDES_BY_KIND.get(kind)
    known = {each.name for each in fields(model)} if model else ()
    return [each for each in (*WORDS, *MEDIA) if each.key in known] + list(COMMON)
