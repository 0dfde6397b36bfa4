"""The kinds of slides: what each needs, and nothing about how it looks."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kiosk.content.text import Strict, Text
from kiosk.content.values import Duration, Id, LanguageCode, LinkTemplate, MediaPath

Tone = Literal["paper", "ink", "sea", "leaf", "sun", "berry"]
"""The colour of a slide's ground, by its name in the product's palette."""


class SlideBase(Strict):
    """What every slide has. `dwell` is how long it stays on the screen."""

    dwell: Duration = 12.0  # seconds
    tone: Tone = "paper"
    drafts: tuple[LanguageCode, ...] = ()
    """Languages of this file whose words no speaker has read yet."""


class WelcomeSlide(SlideBase):
    """A greeting in all of the screen's languages at once."""

    kind: Literal["welcome"]
    title: Text
    text: Text | None = None
    picture: MediaPath | None = None


class MessageSlide(SlideBase):
    """A title, a text and, if given, a picture beside them."""

    kind: Literal["message"]
    title: Text
    text: Text | None = None
    picture: MediaPath | None = None


class TopicSlide(SlideBase):
    """One topic: its title, its summary and when to come."""

    kind: Literal["topic"]
    topic: Id
    picture: MediaPath | None = None


class HoursSlide(SlideBase):
    """The opening hours of an office; the screen's own unless named."""

    kind: Literal["hours"]
    office: Id | None = None


class TimesSlide(SlideBase):
    """The next times that can be booked, at the screen's office first."""

    kind: Literal["times"]
    title: Text


class PictureSlide(SlideBase):
    """A picture that fills the screen, with a caption."""

    kind: Literal["picture"]
    picture: MediaPath
    caption: Text | None = None


class QrSlide(SlideBase):
    """A link as a QR code, and in words what it leads to."""

    kind: Literal["qr"]
    title: Text
    text: Text | None = None
    link: LinkTemplate


Slide = Annotated[
    WelcomeSlide | MessageSlide | TopicSlide | HoursSlide | TimesSlide | PictureSlide | QrSlide,
    Field(discriminator="kind"),
]
