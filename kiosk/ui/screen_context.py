"""What the screen shows from: one generation of the feed, the free times, and where its media lie."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl

from kiosk.booking.slots import SlotList
from kiosk.feed.localized_text import SAME_FOR_ALL, Localized, Text
from kiosk.feed.models import Feed, Office, Screen
from kiosk.feed.slides import WebSlide
from kiosk.feed.targeting import files_of
from kiosk.feed.wall_time import Now, local_day
from kiosk.frozen import frozen
from kiosk.ui.bidi import isolated_parts
from kiosk.ui.picture_guard import UnshowableError, checked_picture

if TYPE_CHECKING:
    from kiosk.live.live_data import LiveData


def _no_picture(_slide: WebSlide) -> QUrl:
    return QUrl()


def _unchanged(now: Now) -> Now:
    return now


@frozen
class ScreenContext:
    """One screen's view of a generation; replaced as a whole when any part of it changes."""

    feed: Feed
    screen_id: str
    media: Callable[[str], Path]
    """Gives where a file lies; raises `OSError` if it may not be decoded."""

    slots: SlotList | None = None
    slots_instant: Callable[[Now], Now] = _unchanged
    """By which instant the age of the free times is judged: setting a clock back makes none of them fresh."""

    live: LiveData | None = None
    live_instant: Callable[[Now], Now] = _unchanged
    """By which instant the age of the live data is judged."""

    device_moves: bool = True
    """Whether this device lets anything move."""

    web: Callable[[WebSlide], QUrl] = _no_picture
    """Where the last good picture of a web page lies; empty if there is none to show."""

    @property
    def moves(self) -> bool:
        """Whether anything may move: if the device, the feed and the screen let it."""
        return self.device_moves and self.feed.motion and self.screen.motion

    @property
    def screen(self) -> Screen:
        """The screen itself."""
        return self.feed.screens[self.screen_id]

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics that its desk offers, in their order."""
        return self.feed.topics_on(self.screen_id)

    @property
    def office_id(self) -> str:
        """The id of the office the screen stands in."""
        return self.screen.office

    @property
    def office(self) -> Office:
        """The office the screen stands in."""
        return self.feed.offices[self.office_id]

    def text(self, text: Text | None, language: str) -> str:
        """Return a text for a reader of `language`, by the feed's fallbacks; empty if there is none."""
        return isolated_parts(text.in_first(self.feed.chain(language)).text) if text else ""

    def localized(self, text: Text | None, language: str) -> Localized:
        """Return a text for a reader of `language` and the language it is really in; never `und`."""
        if text is None:
            return Localized("", language)
        found = text.in_first(self.feed.chain(language))
        words = isolated_parts(found.text)
        return Localized(words, language if found.language == SAME_FOR_ALL else found.language)

    def tag(self, found: str, language: str) -> str:
        """Return the name of the language a text was found in, if that is not the reader's own."""
        known = self.feed.languages.get(found)
        return known.name if known and found != language else ""

    def is_rtl(self, language: str) -> bool:
        """Return whether the language is written from right to left."""
        known = self.feed.languages.get(language)
        return known is not None and known.direction == "rtl"

    def files(self, path: str) -> Mapping[int, str]:
        """Return the media files shown here for one that a slide names, by the number of the page."""
        return files_of(self.feed, self.screen_id, path)

    def film(self, path: str) -> QUrl:
        """Return the address of a film; raises `UnshowableError`."""
        return QUrl.fromLocalFile(str(self._file(self.files(path)[1])))

    def pages(self, path: str) -> dict[int, QUrl]:
        """Return the address of each page of a document or picture; raises `UnshowableError`."""
        return {number: checked_picture(self._file(file)) for number, file in self.files(path).items()}

    def _file(self, path: str) -> Path:
        try:
            return self.media(path)
        except OSError as bad:  # a device has found that it cannot decode it
            raise UnshowableError(f"{path}: {bad.strerror}") from bad

    def local(self, moment: datetime) -> datetime:
        """Return the moment on the clocks of the feed's time zone."""
        return moment.astimezone(self.feed.zone)

    def today(self, now: Now) -> date | None:
        """Return the day that it is in the feed's time zone; None while the time is not known."""
        return local_day(now, self.feed.zone) if now else None
