"""The content of a screen: one generation of the feed, free times, live data, and where the media are."""

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
    """Returns the path of a media file; raises `OSError` if the file must not be decoded."""

    slots: SlotList | None = None
    slots_instant: Callable[[Now], Now] = _unchanged
    """Returns the time by which to judge the age of free times; a clock set back does not make them fresh."""

    live: LiveData | None = None
    live_instant: Callable[[Now], Now] = _unchanged
    """Returns the time by which to judge the age of live data."""

    device_moves: bool = True
    """Whether the settings of this device allow motion."""

    web: Callable[[WebSlide], QUrl] = _no_picture
    """Returns the URL of the last good picture of a web page; empty if there is none to show."""

    @property
    def moves(self) -> bool:
        """Whether anything may move: the device, the feed and the screen must all allow it."""
        return self.device_moves and self.feed.motion and self.screen.motion

    @property
    def screen(self) -> Screen:
        """This screen in the feed."""
        return self.feed.screens[self.screen_id]

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics that the desk offers, in order."""
        return self.feed.topics_on(self.screen_id)

    @property
    def office_id(self) -> str:
        """The id of the office where the screen is."""
        return self.screen.office

    @property
    def office(self) -> Office:
        """The office where the screen is."""
        return self.feed.offices[self.office_id]

    def text(self, text: Text | None, language: str) -> str:
        """Return a text for a reader of `language`, using the feed's fallback languages; empty for None."""
        return isolated_parts(text.in_first(self.feed.chain(language)).text) if text else ""

    def localized(self, text: Text | None, language: str) -> Localized:
        """Return a text for a reader of `language`, and the language it is actually in; never `und`."""
        if text is None:
            return Localized("", language)
        best = text.in_first(self.feed.chain(language))
        words = isolated_parts(best.text)
        return Localized(words, language if best.language == SAME_FOR_ALL else best.language)

    def tag(self, text_language: str, language: str) -> str:
        """Return the name of a text's language if that is not the reader's own; otherwise empty."""
        known = self.feed.languages.get(text_language)
        return known.name if known and text_language != language else ""

    def is_rtl(self, language: str) -> bool:
        """Return whether a language is written from right to left."""
        known = self.feed.languages.get(language)
        return known is not None and known.direction == "rtl"

    def files(self, path: str) -> Mapping[int, str]:
        """Return the media files that this screen shows for a path in a slide, by page number."""
        return files_of(self.feed, self.screen_id, path)

    def film(self, path: str) -> QUrl:
        """Return the URL of a film; raises `UnshowableError`."""
        return QUrl.fromLocalFile(str(self._file(self.files(path)[1])))

    def pages(self, path: str) -> dict[int, QUrl]:
        """Return the URL of each page of a document or picture, by number; raises `UnshowableError`."""
        return {number: checked_picture(self._file(file)) for number, file in self.files(path).items()}

    def _file(self, path: str) -> Path:
        try:
            return self.media(path)
        except OSError as bad:  # a test on this device found that decoding it is harmful
            raise UnshowableError(f"{path}: {bad.strerror}") from bad

    def local(self, moment: datetime) -> datetime:
        """Return a moment in the feed's time zone."""
        return moment.astimezone(self.feed.zone)

    def today(self, now: Now) -> date | None:
        """Return the current day in the feed's time zone; None while the time is unknown."""
        return local_day(now, self.feed.zone) if now else None
