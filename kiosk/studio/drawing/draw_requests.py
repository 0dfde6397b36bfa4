"""The Studio's requests to its drawing process, and the replies: plain values."""

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
    """The feed to draw slides from, and the moment at which they are shown."""

    feed: Feed
    folder: Path
    now: datetime


@frozen
class DrawnSlides:
    """The slides that differ from the feed sent before; everything else is the same."""

    slides: Mapping[str, Slide | None]
    """None for a slide that was removed."""

    def put_into(self, drawn: DrawnFeed) -> DrawnFeed:
        """Return the feed with these slides."""
        slides = {**drawn.feed.slides, **self.slides}
        left = {name: each for name, each in slides.items() if each is not None}
        return replace(drawn, feed=replace(drawn.feed, slides=left))

    def differ_only_in_texts(self, before: Mapping[str, Slide]) -> bool:
        """Return whether only texts differ from the slides before: no file, no page, no time."""
        return all(_differs_only_in_texts(before.get(name), each) for name, each in self.slides.items())


def _differs_only_in_texts(one: Slide | None, other: Slide | None) -> bool:
    if one is None or other is None or type(one) is not type(other):
        return False
    pairs = [(getattr(one, field.name), getattr(other, field.name)) for field in fields(one)]
    return all((isinstance(was, Text) and isinstance(now, Text)) or was == now for was, now in pairs)


def slides_between(old: DrawnFeed, new: DrawnFeed) -> DrawnSlides | None:
    """Return the slides that differ, or None if anything else does."""
    if replace(old, feed=replace(old.feed, slides=new.feed.slides)) != new:
        return None
    one, other = old.feed.slides, new.feed.slides
    pairs = {name: (one.get(name), other.get(name)) for name in {**one, **other}}
    return DrawnSlides({name: now for name, (was, now) in pairs.items() if was is not now and was != now})


@frozen
class DrawRequest:
    """One slide on one screen in one language; `key` identifies the picture to the requester."""

    key: str
    screen: str
    slide: str
    language: str
    width: int = 960
    """The longer side of the picture in pixels: the Studio shows it smaller than the screen does."""

    at: datetime | None = None
    """The moment at which it is shown; by default that of the feed."""

    examined: bool = True
    """Whether to look for faults, which takes as long as a second picture."""


@frozen
class DrawnFault:
    """One fault on a picture, or in the file in a `field` of the slide."""

    message: str
    field: str = ""


@frozen
class DrawReply:
    """A picture, empty if it cannot be drawn, and the faults on it."""

    key: str
    pixels: bytes = b""
    """Four bytes per pixel (`QImage.Format.Format_RGB32`): compressing would take longer than sending."""

    width: int = 0
    height: int = 0
    findings: tuple[DrawnFault, ...] = ()
