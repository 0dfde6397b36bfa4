"""The playlists page: the order of the slides, the screens, and the times as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.feed.message_catalog import in_language
from kiosk.feed.models import Playlist
from kiosk.feed.written_times import DAYS
from kiosk.studio.core import playlist_files, when_words
from kiosk.studio.core.new_parts import new_playlist_files
from kiosk.studio.core.part_uses import free_id
from kiosk.studio.core.yaml_edit import REMOVED
from kiosk.studio.window import words
from kiosk.studio.window.part_form import FieldRow, PartForm
from kiosk.studio.window.part_tools import PartTools
from kiosk.studio.window.playlist_options import PlaylistOptions
from kiosk.studio.window.rows_shown import ChoiceRow, part_shown, slide_name
from kiosk.ui.rows import Rows

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class PlaylistModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """One playlist of the open project."""

    changed = Signal()

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio = studio
        self.part_form = PartForm(studio, studio.after_typing)
        self._playlist = ""
        self.options_model = PlaylistOptions(studio, self.part_form)
        self.part_tools = PartTools(studio, self.part_form)
        self.part_tools.moved.connect(self.open)
        self._names: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._slides: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._others: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._hours: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        days = (
            ("daily", words.EVERY_DAY),
            ("mon-fri", words.WORKING_DAYS),
            *zip(DAYS, words.weekdays(studio.language), strict=True),
        )
        rows = [ChoiceRow(key, in_language(name, studio.language)) for key, name in days]
        self._days: Rows[ChoiceRow] = Rows(ChoiceRow, self, rows)

    @Slot(str)
    def open(self, playlist: str) -> None:
        """Show a playlist; without an id, the one shown before or the first one."""
        self._playlist = playlist or part_shown(self._studio.project.ids("playlists"), self._playlist)
        self.part_form.file = f"playlists/{self._playlist}.yaml"
        self.refresh()

    @Slot(str, list, result=bool)
    def begin(self, name: str, slides: list[str]) -> bool:
        """Create a playlist of some slides and show it; return whether this succeeded."""
        if not slides:
            self._studio.say(words.LAST_SLIDE)
            return False
        key = free_id(self._studio.project, "playlists", name)
        self._studio.change("playlist", new_playlist_files(key, slides))
        self.open(key)
        return True

    @property
    def _shown(self) -> Playlist | None:
        return self._studio.feed.playlists.get(self._playlist) if self._studio.feed else None

    def refresh(self) -> None:
        """Update from the current project."""
        feed, shown, language = self._studio.feed, self._shown, self._studio.language
        if not self._playlist or not feed:
            return
        self._names.replace([ChoiceRow(name, name) for name in feed.playlists])
        labels = {key: in_language(words.FIELDS[name], language) for key, name in words.WHEN_FIELDS.items()}
        self.part_form.show([FieldRow(key, "", label, "line") for key, label in labels.items()])
        self.part_form.find_wrong()
        if shown:
            names = {name: slide_name(feed, name, language) for name in feed.slides}
            self._slides.replace([ChoiceRow(each, names[each]) for each in shown.slides])
            self._others.replace(
                [ChoiceRow(*each) for each in sorted(names.items(), key=lambda each: each[1])]
            )
            hours = [in_language(when_words.hours_sentence(each), language) for each in shown.when.hours]
            self._hours.replace([ChoiceRow(f"{place}", each) for place, each in enumerate(hours)])
            self.options_model.show(shown)
        self.changed.emit()

    @Slot(int, int, result=int)
    def move(self, start: int, to: int) -> int:
        """Move a slide earlier or later; return its new place."""
        slides = self._written("slides")
        if not 0 <= start < len(slides):
            return start
        to = max(0, min(to, len(slides) - 1))
        if start != to:
            self.part_form.put(("slides",), playlist_files.moved(slides, start, to))
        return to

    @Slot(list)
    def add(self, slides: list[str]) -> None:
        """Append slides."""
        if slides:
            self.part_form.put(("slides",), [*self._written("slides"), *slides])

    @Slot(int)
    def remove(self, place: int) -> None:
        """Remove a slide from the playlist, unless it is the last one."""
        slides = self._written("slides")
        if len(slides) <= 1:
            self._studio.say(words.LAST_SLIDE)
            return
        self.part_form.put(("slides",), slides[:place] + slides[place + 1 :])

    def _written(self, field: str) -> list[str]:
        found = self.part_form.at(field)
        return [str(each) for each in found] if isinstance(found, list) else []

    @Slot(str, bool)
    def place(self, screen: str, on: bool) -> None:  # noqa: FBT001  # called from QML
        """Set whether the playlist is shown on a screen."""
        feed = self._studio.feed
        if not feed or self._playlist not in feed.playlists:
            return
        screens = [each for each in playlist_files.screens_on(feed, self._playlist) if each != screen]
        try:
            where = playlist_files.where_of(feed, screens + [screen] * on)
        except ValueError:
            self._studio.say(words.MISSING_SCREEN)
            self.changed.emit()
            return
        if where is not None or self.part_form.at("where") is not None:
            self.part_form.put(("where",), REMOVED if where is None else where)

    @Slot(str, str, result=bool)
    def addHours(self, days: str, hours: str) -> bool:
        """Add hours on some days; return whether this succeeded."""
        new = self.part_form.hours_on(days, hours)
        return bool(new) and self.part_form.put(("when", "hours"), [*self._written("when.hours"), *new])

    @Slot(int)
    def removeHours(self, place: int) -> None:
        """Remove hours."""
        found = self._written("when.hours")
        left = found[:place] + found[place + 1 :]
        when = self.part_form.at("when")
        is_only_key = not left and isinstance(when, dict) and len(when) == 1
        self.part_form.put(("when",) if is_only_key else ("when", "hours"), left or REMOVED)

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]  # PySide takes the name of a type
    def notOn(self) -> list[str]:
        """The screens that do not show it."""
        feed = self._studio.feed
        on = playlist_files.screens_on(feed, self._playlist) if feed and self._shown else []
        return [name for name in feed.screens if name not in on] if feed else []

    @Property(str, notify=changed)
    def whenText(self) -> str:
        """When it is shown, as a sentence."""
        shown, language = self._shown, self._studio.language
        if not shown:
            return ""
        parts = [in_language(when_words.sentence(shown.when), language)]
        if shown.takeover:
            parts.append(in_language(words.TAKEOVER, language))
        return "; ".join(parts)

    @Property(str, notify=changed)
    def key(self) -> str:
        """The id of the playlist."""
        return self._playlist

    @Property(Rows, constant=True)
    def playlists(self) -> Rows[ChoiceRow]:
        """All playlists."""
        return self._names

    @Property(Rows, constant=True)
    def slides(self) -> Rows[ChoiceRow]:
        """The slides in their order."""
        return self._slides

    @Property(Rows, constant=True)
    def allSlides(self) -> Rows[ChoiceRow]:
        """All slides that can be added."""
        return self._others

    @Property(Rows, constant=True)
    def hours(self) -> Rows[ChoiceRow]:
        """The hours in which it is shown."""
        return self._hours

    @Property(Rows, constant=True)
    def days(self) -> Rows[ChoiceRow]:
        """The weekdays to choose from."""
        return self._days

    @Property(PlaylistOptions, constant=True)
    def options(self) -> PlaylistOptions:
        """Its rank and share among other playlists, and its days."""
        return self.options_model

    @Property(PartTools, constant=True)
    def tools(self) -> PartTools:
        """Actions on the whole playlist."""
        return self.part_tools

    @Property(PartForm, constant=True)
    def form(self) -> PartForm:
        """The first and the last day."""
        return self.part_form
