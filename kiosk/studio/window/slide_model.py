"""The slide that is being edited: its fields with their problems, where it is shown, and deleting it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.feed.message_catalog import error_message, in_language, tr
from kiosk.studio.core import slide_files
from kiosk.studio.core.part_removal import removed_files
from kiosk.studio.core.project import Files
from kiosk.studio.core.slide_fields import SlideField, fields_of
from kiosk.studio.core.yaml_edit import EditError
from kiosk.studio.window import words
from kiosk.studio.window.file_taker import FileTaker
from kiosk.studio.window.part_form import FieldRow, PartForm
from kiosk.studio.window.part_tools import PartTools
from kiosk.studio.window.preview_model import PreviewModel
from kiosk.studio.window.rows_shown import screen_name, slide_name

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class SlideModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """One slide; empty until `begin` or `open`."""

    changed = Signal()

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio = studio
        self.preview_model = PreviewModel(studio)
        self.part_form = PartForm(studio, self._typed, self.preview_model.wrong)
        self.preview_model.changed.connect(self._show_fields)
        self.part_tools = PartTools(studio, self.part_form)
        self.part_tools.moved.connect(self.open)
        self.file_taker = FileTaker(studio)
        self._new: Files = {}
        """The previous contents of the files that were created with a new slide."""

        self._initial_text = b""
        self._screens: list[str] = []
        self._title = ""

    @Slot()
    def begin(self) -> None:
        """Create a slide, on every screen at first."""
        self.leave()
        main = self._studio.main_language
        title = {main: in_language(words.WORDS["newSlide"], main)}
        screens = list(self._studio.feed.screens) if self._studio.feed else []
        files = slide_files.new_slide_files(self._studio.project, title, screens)
        self.part_form.file = next(name for name in files if name.startswith("slides/"))
        self._new = {name: self._studio.project.texts.get(name) for name in files}
        self._initial_text = files[self.part_form.file] or b""
        self._studio.change("slide", files)
        self.preview_model.show(self.slide_id, screens[0] if screens else "")

    @Slot(str)
    def open(self, slide: str) -> None:
        """Edit an existing slide."""
        self.leave()
        self.part_form.file, self._new, self._screens = slide_files.file_of(slide), {}, []
        self._title = slide
        self.refresh()
        shown = self._screens or (list(self._studio.feed.screens) if self._studio.feed else [])
        self.preview_model.show(slide, shown[0] if shown else "")

    @property
    def untouched(self) -> bool:
        """Whether a new slide has been created but not edited."""
        file = self.part_form.file
        is_unchanged = self._studio.project.texts.get(file) == self._initial_text
        return bool(self._new) and is_unchanged and not self.file_taker.is_taking(file)

    @Slot(result=bool)
    def leave(self) -> bool:
        """Close the slide, and delete a new one that was not edited; return whether there is one to show."""
        untouched = self.untouched
        if untouched:
            self._studio.change("slide", self._new)
        self.part_form.file, self._new = "", {}
        return not untouched

    def refresh(self) -> None:
        """Update from the current text of the slide."""
        if self.part_form.file:
            feed = self._studio.feed
            if feed and self.slide_id in feed.slides:  # one that cannot be read keeps its last screens
                self._screens = self._studio.slides_model.screens_of(self.slide_id)
                self._title = slide_name(feed, self.slide_id, self._studio.language)
            self.part_form.find_wrong()
            self._show_fields()
            self.preview_model.draw()

    def _show_fields(self) -> None:
        main, second = self._studio.main_language, self.preview_model.second_language
        rows = []
        for each in fields_of(str(self.part_form.values().get("kind", ""))):
            codes = [code for code in dict.fromkeys((main, second)) if code] if each.localized else [""]
            rows += [FieldRow(each.key, code, self._label(each, code), each.form) for code in codes]
        self.part_form.show(rows)
        self.changed.emit()

    def _label(self, field: SlideField, code: str) -> str:
        feed, name = self._studio.feed, in_language(words.FIELDS[field.key], self._studio.language)
        return f"{name} · {feed.languages[code].name}" if code and feed else name

    @property
    def slide_id(self) -> str:
        """The id of the slide."""
        return self.part_form.file.partition("/")[2].removesuffix(".yaml")

    def _typed(self) -> None:
        self._studio.after_typing(self.slide_id)
        self.preview_model.draw()

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]  # PySide takes the name of a type
    def notOn(self) -> list[str]:
        """The screens that do not show the slide."""
        return (
            [name for name in self._studio.feed.screens if name not in self._screens]
            if self._studio.feed
            else []
        )

    @Slot(str, bool)
    def place(self, screen: str, on: bool) -> None:  # noqa: FBT001  # called from QML
        """Set whether the slide is shown on a screen."""
        screens = [each for each in self._screens if each != screen] + [screen] * on
        if not screens:  # without its playlist, the times of the slide would be lost
            self._studio.say(words.MISSING_SCREEN)
            self.changed.emit()
            return
        project, documents = self._studio.project, self._studio.documents
        self._change(lambda: slide_files.placed_files(project, documents, self.slide_id, screens))

    @Slot(QUrl)
    def takeFile(self, file: QUrl) -> None:
        """Show a picture, film or document on the slide."""
        self.file_taker.take(self.part_form.file, Path(file.toLocalFile()), is_new=bool(self._new))

    @Property(bool, notify=changed)
    def canPlace(self) -> bool:
        """Whether the screens of this slide can be chosen independently of other slides."""
        feed = self._studio.feed
        alone = self._studio.project.rights.office
        return bool(
            feed and not alone and slide_files.can_be_placed(self._studio.documents, feed, self.slide_id)
        )

    @Property(bool, notify=changed)
    def mayChange(self) -> bool:
        """Whether the person who opened the project may change the slide."""
        return self._studio.project.rights.owns(self.part_form.file)

    @Property(str, notify=changed)
    def usedText(self) -> str:
        """Where the slide is shown, and with which playlists."""
        used = slide_files.used_in(self._studio.documents, self.slide_id)
        names = [each.partition("/")[2].removesuffix(".yaml") for each in used]
        feed, language = self._studio.feed, self._studio.language
        screens = [screen_name(feed, each, language) for each in self._screens] if feed else []
        sentence = tr("On {screens}, by the playlists {playlists}.", screens=screens, playlists=names)
        return in_language(sentence if names else words.NOT_SHOWN, self._studio.language)

    @Slot(result=bool)
    def delete(self) -> bool:
        """Delete the slide, and remove it from every playlist; return whether this succeeded."""
        project, documents = self._studio.project, self._studio.documents
        name, file = self._title, self.part_form.file
        self._new = {}
        if not self._change(lambda: removed_files(project, documents, file)):
            return False
        self.part_form.file = "" if file not in self._studio.project.texts else file
        self._studio.say(tr("{slide} is deleted. Undo brings it back.", slide=name))
        return True

    def _change(self, files: Callable[[], Files]) -> bool:
        try:
            self._studio.change("slide", files())
        except (EditError, KeyError) as bad:
            self._studio.say(error_message(bad))
            return False
        return True

    @Property(str, notify=changed)
    def title(self) -> str:
        """Its display name."""
        return self._title

    @Property(bool, notify=changed)
    def isNew(self) -> bool:
        """Whether it has just been created."""
        return bool(self._new)

    @Property(PartTools, constant=True)
    def tools(self) -> PartTools:
        """Where it is used, and its short name."""
        return self.part_tools

    @Property(PartForm, constant=True)
    def form(self) -> PartForm:
        """The fields of its form."""
        return self.part_form

    @Property(PreviewModel, constant=True)
    def preview(self) -> PreviewModel:
        """Its preview."""
        return self.preview_model
