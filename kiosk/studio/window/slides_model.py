"""The list of all slides: which of them are listed, and their thumbnails, drawn as they come into view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.feed.message_catalog import in_language, tr
from kiosk.feed.models import Feed
from kiosk.feed.targeting import playlists_for
from kiosk.frozen import frozen
from kiosk.studio.core.slide_files import file_of
from kiosk.studio.core.slide_list import SlideEntry, SlideFilter, slide_list
from kiosk.studio.drawing.draw_requests import DrawRequest
from kiosk.studio.window import words
from kiosk.studio.window.rows_shown import ChoiceRow, screen_name, slide_name
from kiosk.ui.rows import Rows

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

PREFIX = "thumbnail/"
WIDTH = 320


@frozen
class ListedSlide:
    """One slide in the list."""

    key: str
    name: str
    where: str
    note: str
    wrong: bool


@QmlElement
@QmlUncreatable("made in Python")
class SlidesModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """The slides of the open project that pass a filter."""

    changed = Signal()
    drawn = Signal(str)  # a slide whose picture is now available

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio = studio
        self._rows: Rows[ListedSlide] = Rows(ListedSlide, self)
        self._filters: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._screens: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._entries: dict[str, SlideEntry] = {}
        self._filter, self._screen = str(SlideFilter.ALL), ""
        self._drawn_from: dict[str, bytes | None] = {}
        self._is_open = False

    @Slot()
    def enter(self) -> None:
        """Keep the list up to date from now on."""
        self._is_open = True
        self.refresh()

    @Slot()
    def leave(self) -> None:
        """Stop updating, since the list is no longer shown."""
        self._is_open = False

    def refresh(self) -> None:
        """Update from the current feed."""
        feed, language = self._studio.feed, self._studio.language
        if not feed or not self._is_open:
            return
        names = [
            name.removeprefix("slides/").removesuffix(".yaml")
            for name in self._studio.project.texts
            if name.startswith("slides/")
        ]
        entries = slide_list(feed, names, self._studio.problems, self._studio.today)
        self._entries = {each.slide: each for each in entries}
        self._filters.replace([ChoiceRow(*each) for each in words.filter_names(language).items()])
        every = in_language(words.EVERY_SCREEN, language)
        self._screens.replace(
            [
                ChoiceRow("", every),
                *(ChoiceRow(each, screen_name(feed, each, self._studio.language)) for each in feed.screens),
            ]
        )
        self._rows.replace([self._row(feed, each) for each in entries if self._is_wanted(each)])
        self.changed.emit()

    def _is_wanted(self, entry: SlideEntry) -> bool:
        return entry.matches(self._filter) and (not self._screen or self._screen in entry.screens)

    def _row(self, feed: Feed, entry: SlideEntry) -> ListedSlide:
        language = self._studio.language
        name = slide_name(feed, entry.slide, language) if entry.slide in feed.slides else entry.slide
        where = ", ".join(screen_name(feed, each, language) for each in entry.screens) or in_language(
            words.NOT_SHOWN, language
        )
        if entry.wrong:
            note = in_language(words.WRONG_SLIDE, language)
        elif entry.expired:
            note = in_language(words.ENDED, language)
        elif entry.missing:
            languages = [feed.languages[code].name for code in entry.missing]
            note = in_language(tr("Not in {languages}", languages=languages), language)
        elif not self._studio.project.rights.owns(file_of(entry.slide)):
            note = in_language(words.ADMINS, language)
        else:
            note = ""
        return ListedSlide(entry.slide, name, where, note, entry.wrong)

    @Slot(str, str)
    def choose(self, slide_filter: str, screen: str) -> None:
        """Show only the slides that pass a filter, on one screen or on all."""
        self._filter, self._screen = slide_filter, screen
        self.refresh()

    @Slot(str, result=str)
    def picture(self, slide: str) -> str:
        """Return the address of a picture, empty until it is drawn; request one if it is missing or old."""
        feed, text = self._studio.feed, self._studio.project.texts.get(file_of(slide))
        address = self._studio.pictures.address(PREFIX + slide)
        if feed and slide in feed.slides and (not address or self._drawn_from.get(slide) != text):
            self._drawn_from[slide] = text
            screen = self._best_screen(feed, slide)
            language = feed.screens[screen].turns[0]
            request = DrawRequest(PREFIX + slide, screen, slide, language, WIDTH, examined=False)
            self._studio.drawing.ask(request)
        return address

    def _best_screen(self, feed: Feed, slide: str) -> str:
        """Return the screen to draw a slide on: one that shows it, and preferably in landscape."""
        entry = self._entries.get(slide)
        shown = entry.screens if entry and entry.screens else tuple(feed.screens)
        sizes = {name: feed.screens[name].resolution for name in shown}
        landscape = [name for name, size in sizes.items() if size.width >= size.height]
        return next(iter((*landscape, *shown)))

    def screens_of(self, slide: str, feed: Feed | None = None) -> list[str]:
        """Return the screens that show a slide at some time, in the open project or in another feed."""
        feed = feed or self._studio.feed
        lists = {name: playlists_for(feed, name) for name in feed.screens} if feed else {}
        return [name for name, each in lists.items() if any(slide in one.slides for one in each.values())]

    def take_picture(self, key: str) -> None:
        """Show a newly drawn picture."""
        self.drawn.emit(key.removeprefix(PREFIX))

    @Property(Rows, constant=True)
    def rows(self) -> Rows[ListedSlide]:
        """The slides."""
        return self._rows

    @Property(Rows, constant=True)
    def filters(self) -> Rows[ChoiceRow]:
        """The filters to choose from."""
        return self._filters

    @Property(Rows, constant=True)
    def screens(self) -> Rows[ChoiceRow]:
        """The screens to choose from, with one entry for all."""
        return self._screens

    @Property(str, notify=changed)
    def filter(self) -> str:
        """Which slides are listed."""
        return self._filter

    @Property(str, notify=changed)
    def screen(self) -> str:
        """The screen whose slides are listed; empty for all."""
        return self._screen

    @Property(str, notify=changed)
    def countText(self) -> str:
        """How many slides are listed."""
        sentence = tr("{count} of {all} slides", count=len(self._rows.rows), all=len(self._entries))
        return in_language(sentence, self._studio.language)
