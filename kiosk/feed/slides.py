"""The kinds of slides and their keys; nothing about how they look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Literal, get_args

from kiosk.feed.constraints import Deferred, limits
from kiosk.feed.live_slides import (
    ClockSlide,
    CountdownSlide,
    DeparturesSlide,
    EventSlide,
    EventsSlide,
    NewsSlide,
    QueueSlide,
    WeatherSlide,
)
from kiosk.feed.localized_text import Text
from kiosk.feed.markdown import MarkdownText
from kiosk.feed.message_catalog import tr
from kiosk.feed.slide_base import Fit, IllustratedBase, SlideBase, Tone, Transition
from kiosk.feed.web_addresses import LinkTemplate, MediaPath, WebAddress
from kiosk.feed.written_times import Duration
from kiosk.feed.written_values import Id, raise_expected
from kiosk.frozen import frozen

__all__ = ["Fit", "IllustratedBase", "SlideBase", "Tone", "Transition"]  # re-exported


DoorState = Literal["closed", "december", "december-closed"]
"""When a welcome slide shows another picture: while the office is closed, in December, or both."""


@frozen(kw_only=True)
class WelcomeSlide(IllustratedBase):
    """A greeting in all of the screen's languages at once.

    `pictures` replace `picture` while the screen's office is closed, and in December; never while the time is
    not trusted.
    """

    kind: Literal["welcome"]
    title: Text
    text: Text | None = None
    pictures: Mapping[DoorState, MediaPath] = field(default_factory=dict)


@frozen(kw_only=True)
class MessageSlide(IllustratedBase):
    """A title, a text and, if given, a picture beside them."""

    kind: Literal["message"]
    title: Text
    text: Text | None = None


@frozen(kw_only=True)
class TextSlide(SlideBase):
    """Formatted text, in one language at a time or in all of the screen's side by side."""

    kind: Literal["text"]
    text: MarkdownText
    side_by_side: bool = False


@frozen(kw_only=True)
class TopicSlide(IllustratedBase):
    """One topic: its title, its summary and when to come.

    `face` is a portrait of somebody who helps with it, drawn in a circle instead of the picture.
    """

    kind: Literal["topic"]
    topic: Id
    face: MediaPath | None = None
    text: Text | None = None
    """Shown instead of the summary, such as a quote from the person in the portrait."""

    def check(self) -> None:
        """Refuse a picture that the face would hide."""
        super().check()
        if self.face and self.picture:
            raise_expected(tr("'face' or 'picture', not both: remove one of them"), self.picture, key="face")


@frozen(kw_only=True)
class HoursSlide(SlideBase):
    """The opening hours of an office, by default the screen's own."""

    kind: Literal["hours"]
    office: Id | None = None


@frozen(kw_only=True)
class NowSlide(SlideBase):
    """Whether an office is open now: a sign, hours in digits, one word in up to four languages.

    By default the screen's own office. Skipped while the time is not trusted.
    """

    kind: Literal["now"]
    office: Id | None = None


@frozen(kw_only=True)
class TimesSlide(SlideBase):
    """The next bookable times, those of the screen's office first."""

    kind: Literal["times"]
    title: Text


@frozen(kw_only=True)
class PictureSlide(SlideBase):
    """A picture that fills the screen, with a caption."""

    kind: Literal["picture"]
    picture: MediaPath
    fit: Fit = "cover"
    caption: Text | None = None


@frozen(kw_only=True)
class PosterSlide(SlideBase):
    """One picture and one line of text, as large as a title."""

    kind: Literal["poster"]
    picture: MediaPath
    title: Text
    fit: Fit = "cover"


@frozen(kw_only=True)
class VideoSlide(SlideBase):
    """A video that fills the screen and plays once; `dwell` is its maximum duration."""

    kind: Literal["video"]
    video: MediaPath
    caption: Text | None = None
    sound: bool = False
    dwell: Duration = 120.0  # seconds


@frozen(kw_only=True)
class PdfSlide(SlideBase):
    """Pages of a PDF document, each for the slide's `dwell`; all pages unless some are listed."""

    kind: Literal["pdf"]
    document: MediaPath
    pages: tuple[Annotated[int, limits(ge=1)], ...] = ()


@frozen(kw_only=True)
class WebSlide(SlideBase):
    """A picture of a web page as last drawn, on devices that allow it (`web: true`).

    Its host, and all hosts it loads anything from, must be listed in the feed's `web_hosts`.
    """

    kind: Literal["web"]
    url: WebAddress
    zoom: Annotated[float, limits(ge=0.25, le=5)] = 1.0
    """The scale at which the page is drawn: 2 doubles the size of its text."""

    reload_every: Annotated[Duration, limits(ge=30)] = 300.0
    """Seconds after which it is drawn again while it is shown."""

    valid_for: Duration = 86400.0
    """Seconds after which a picture that could not be renewed is no longer shown."""


@frozen(kw_only=True)
class QrSlide(SlideBase):
    """A link as a QR code, with a text about where it leads."""

    kind: Literal["qr"]
    title: Text
    text: Text | None = None
    link: LinkTemplate


Slide = Annotated[
    WelcomeSlide
    | MessageSlide
    | TextSlide
    | TopicSlide
    | HoursSlide
    | NowSlide
    | TimesSlide
    | PictureSlide
    | PosterSlide
    | VideoSlide
    | PdfSlide
    | WebSlide
    | QrSlide
    | EventSlide
    | EventsSlide
    | NewsSlide
    | ClockSlide
    | CountdownSlide
    | QueueSlide
    | WeatherSlide
    | DeparturesSlide,
    Deferred("Discriminator", "kind"),
]

SLIDES_BY_KIND: Mapping[str, type[SlideBase]] = {
    model.__name__.removesuffix("Slide").lower(): model for model in get_args(get_args(Slide)[0])
}
"""The class of each kind of slide; evaluating the annotation of `kind` would take milliseconds."""

_MEDIA = ("picture", "face", "video", "document")


def media_of(slide: Slide) -> frozenset[str]:
    """Return the media paths that a slide shows."""
    beside = slide.pictures.values() if isinstance(slide, EventsSlide | WelcomeSlide) else ()
    return frozenset((*(path for name in _MEDIA if (path := getattr(slide, name, None))), *beside))
