"""The first page: the current state of each screen, the offices, and what ends this week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.feed.message_catalog import in_language
from kiosk.feed.models import Feed
from kiosk.feed.problems import Problem, Severity
from kiosk.studio.core import overview
from kiosk.studio.drawing.draw_requests import DrawRequest
from kiosk.studio.window.appearance import Appearance
from kiosk.studio.window.fleet_model import FleetModel
from kiosk.studio.window.part_names import part_name
from kiosk.studio.window.rows_shown import ChoiceRow, ScreenRow, SeenScreen, screen_row, text_in
from kiosk.ui.rows import Rows

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

MAX_ERRORS = 8


@QmlElement
@QmlUncreatable("made in Python")
class HomeModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """What the open project shows now."""

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio = studio
        self.fleet_model = FleetModel(studio)
        self.appearance_model = Appearance(studio.language, studio)
        self._screens: Rows[ScreenRow] = Rows(ScreenRow, self)
        self._offices: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._endings: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._errors: Rows[ChoiceRow] = Rows(ChoiceRow, self)

    def show(self) -> None:
        """Update from the current project."""
        studio, feed = self._studio, self._studio.feed
        if feed:
            on = overview.screens_now(feed, studio.problems, studio.now())
            self._screens.replace([self._screen(feed, each) for each in on])
            own = studio.project.rights.office
            offices = {
                name: text_in(feed, each.name, studio.language)
                for name, each in feed.offices.items()
                if own in {"", name}
            }
            self._offices.replace([ChoiceRow(*each) for each in offices.items()])
            self._endings.replace([self._ending(feed, each) for each in overview.ending(feed, studio.today)])

        errors = [each for each in studio.problems if each.severity is Severity.ERROR]
        self._errors.replace([self._error(each) for each in errors[:MAX_ERRORS]])

    def _error(self, problem: Problem) -> ChoiceRow:
        file, language = problem.position.file, self._studio.language
        name = part_name(self._studio.feed, file, language)
        return ChoiceRow(file, f"{name}: {in_language(problem.message, language)}")

    def _screen(self, feed: Feed, on: overview.ScreenNow) -> ScreenRow:
        studio, wall = self._studio, self.fleet_model.picture(on.screen)
        seen = SeenScreen(
            wall or studio.pictures.address(f"home/{on.screen}"),
            bool(wall),
            studio.follow_model.tick(on.screen),
            self.fleet_model.reason(on.screen),
        )
        return screen_row(feed, on, studio.language, seen)

    def _ending(self, feed: Feed, each: overview.Ending) -> ChoiceRow:
        name = part_name(feed, each.file, self._studio.language)
        return ChoiceRow(each.file, f"{each.day:%Y-%m-%d}  {name}")

    def draw(self) -> None:
        """Draw what each screen shows."""
        feed = self._studio.feed
        for on in overview.screens_now(feed, (), self._studio.now()) if feed else ():
            if feed and on.slides:
                language = feed.screens[on.screen].turns[0]
                key = f"home/{on.screen}"
                request = DrawRequest(key, on.screen, on.slides[0], language, examined=False)
                self._studio.drawing.ask(request)

    def close(self) -> None:
        """Stop querying and following the screens."""
        self.fleet_model.close()
        self._studio.follow_model.close()

    @Property(Appearance, constant=True)
    def appearance(self) -> Appearance:
        """How the window looks."""
        return self.appearance_model

    @Property(FleetModel, constant=True)
    def fleet(self) -> FleetModel:
        """The state of the screens as they report it."""
        return self.fleet_model

    @Property(Rows, constant=True)
    def screens(self) -> Rows[ScreenRow]:
        """The screens and what they show now."""
        return self._screens

    @Property(Rows, constant=True)
    def offices(self) -> Rows[ChoiceRow]:
        """The offices that may be changed."""
        return self._offices

    @Property(Rows, constant=True)
    def errors(self) -> Rows[ChoiceRow]:
        """The errors to fix before anything can be published."""
        return self._errors

    @Property(Rows, constant=True)
    def endings(self) -> Rows[ChoiceRow]:
        """The parts of the feed that end this week."""
        return self._endings
