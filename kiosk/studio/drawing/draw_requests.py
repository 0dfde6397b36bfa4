"""What the Studio asks its drawing process for, and what that answers: plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path

from kiosk.feed.localized_text import Text
from kiosk.feed.models import Feed
from kiosk.feed.slides import Slide
from kiosk.frozen import frozen


@frozen
class DrawnFeed:
    """The feed that slides are drawn from, and the moment that they are seen at."""

    feed: Feed
    folder: Path
    now: datetime


@frozen
class DrawnSlides:
    """The slides that differ from those of the feed that was sent before; all else is the same."""

    slides: Mapping[str, Slide | None]
    """None for one that is gone."""

    def put_into(self, drawn: DrawnFeed) -> DrawnFeed:
        """Return the feed with these slides."""
        slides = {**drawn.feed.slides, **self.slides}
        left = {name: each for name, each in slides.items() if each is not None}
        return replace(drawn, feed=replace(drawn.feed, slides=left))

    def say_only_other_words(self, before: Mapping[str, Slide]) -> bool:
        """Return whether nothing but words differs from the slides before: no file, no page, no time."""
        return all(_differ_in_words(before.get(name), each) for name, each in self.slides.items())


def _differ_in_words(one: Slide | None, other: Slide | None) -> bool:
    if one is None or other is None or type(one) is not type(other):
        return False
    pairs = [(getattr(one, field.name), getattr(other, field.name)) for field in fields(one)]
    return all((isinstance(was, Text) and isinstance(now, Text)) or was == now for was, now in pairs)


def slides_between(old: DrawnFeed, new: DrawnFeed) -> DrawnSlides | None:
    """Return the slides that differ, None if anything else does."""
    if replace(old, feed=replace(old.feed, slides=new.feed.slides)) != new:
        return None
    one, other = old.feed.slides, new.feed.slides
    pairs = {name: (one.get(name), other.get(name)) for name in {**one, **other}}
    return DrawnSlides({name: now for name, (was, now) in pairs.items() if was is not now and was != now})


@frozen
class DrawRequest:
    """One slide on one screen in one language; `key` names the picture for the one who asks."""

    key: str
    screen: str
    slide: str
    language: str
    width: int = 960
    """Pixels of the longer side of the picture: the Studio shows it smaller than the screen does."""

    at: datetime | None = None
    """The moment that it is seen at; that of the feed if not given."""

    examined: bool = True
    """Whether the answer says what is wrong on it, which takes as long as a second picture."""


@frozen
class DrawnFault:
    """One thing that is wrong on a picture, or with the file in a `field` of the slide."""

    message: str
    field: str = ""


@frozen
class DrawReply:
    """A picture, empty if it cannot be drawn, and what is wrong on it."""

    key: str
    pixels: bytes = b""
    """Four bytes each (`QImage.Format.Format_RGB32`): packing them would take longer than passing them on."""

    width: int = 0
    height: int = 0
    findings: tuple[DrawnFault, ...] = ()
