"""The keys that all kinds of slides share."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from kiosk.feed.conditions import SlideCondition
from kiosk.feed.constraints import Strict
from kiosk.feed.message_catalog import tr
from kiosk.feed.web_addresses import MediaPath
from kiosk.feed.written_times import Day, Duration
from kiosk.feed.written_values import LanguageCode, raise_expected
from kiosk.frozen import frozen

Tone = Literal["paper", "ink", "sea", "leaf", "sun", "berry"]
"""The background colour of a slide, by its name in the product's palette."""


Fit = Literal["cover", "contain"]
"""How a picture fills its space: `cover` crops it, `contain` shows all of it."""


Transition = Literal["cut", "fade", "slide"]
"""How a slide replaces the previous one: at once, by fading, or by sliding in from the side."""


@frozen(kw_only=True)
class SlideBase(Strict):
    """The base of every slide. `dwell` is how long it stays on screen."""

    dwell: Duration = 12.0  # seconds
    tone: Tone = "paper"
    transition: Transition = "fade"
    drafts: tuple[LanguageCode, ...] = ()
    """Languages of this file that no speaker has reviewed yet."""

    shown_from: Day | None = None
    """The first day on which it is shown, in any playlist; `from` in a file."""

    until: Day | None = None
    """The last day on which it is shown."""

    when: SlideCondition = field(default_factory=SlideCondition)
    """The conditions for showing it."""

    def check(self) -> None:
        """Refuse an `until` that is before `from`."""
        if self.shown_from and self.until and self.until < self.shown_from:
            raise_expected(tr("'until' on the day of 'from' or later"), self.until, key="until")

    @property
    def dated(self) -> bool:
        """Whether it is shown on certain days only."""
        return self.shown_from is not None or self.until is not None


@frozen(kw_only=True)
class IllustratedBase(SlideBase):
    """The base of slides with text and a picture beside it."""

    picture: MediaPath | None = None
    fit: Fit = "cover"
