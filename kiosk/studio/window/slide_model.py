"""The slide that is being written: its fields, what is wrong beside each, where it is shown, and its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.checks.translations import missing_languages
from kiosk.feed import yaml_reader
from kiosk.feed.message_catalog import in_language, of_error, tr
from kiosk.feed.problems import ContentError, Problem, Severity
from kiosk.studio.core import slide_files
from kiosk.studio.core.project import Files
from kiosk.studio.core.slide_fields import SlideField, fields_of
from kiosk.studio.core.slide_media import MediaError, with_file
from kiosk.studio.core.yaml_edit import REMOVED, EditError
from kiosk.studio.window import words
from kiosk.studio.window.preview_model import PreviewModel
from kiosk.studio.window.rows_shown import slide_name
from kiosk.ui.rows import Rows

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class FieldRow:
    """One field of the form; `language` is empty where every language has the same."""

    key: str
    language: str
    label: str
    form: str


@QmlElement
@QmlUncreatable("made in Python")
class SlideModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """One slide; empty until `begin` or `open`."""

    changed = Signal()

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio = studio
        self.preview_model = PreviewModel(studio)
        self.preview_model.changed.connect(self._show_fields)
        self._fields: Rows[FieldRow] = Rows(FieldRow, self)
        self._file = ""
        self._new: tuple[str, ...] = ()
        self._begun = b""
        self._screens: list[str] = []
        self._title = ""
        self._wrong: dict[tuple[str, str], list[Problem]] = {}

    @Slot()
    def begin(self) -> None:
        """Make a new slide, on every screen at first."""
        self.leave()
        main = self._studio.main_language
        title = {main: in_language(words.WORDS["newSlide"], main)}
        screens = list(self._studio.feed.screens) if self._studio.feed else []
        files = slide_files.new_slide_files(self._studio.project, title, screens)
        self._file = next(name for name in files if name.startswith("slides/"))
        self._new, self._begun = tuple(files), files[self._file] or b""
        self._studio.change("slide", files)
        self.preview_model.show(self.slide_id, screens[0] if screens else "")

    @Slot(str)
    def open(self, slide: str) -> None:
        """Edit a slide that exists."""
        self.leave()
        self._file, self._new, self._screens = slide_files.file_of(slide), (), []
        self._title = slide
        self.look_again()
        shown = self._screens or (list(self._studio.feed.screens) if self._studio.feed else [])
        self.preview_model.show(slide, shown[0] if shown else "")

    @property
    def untouched(self) -> bool:
        """Whether a new slide was begun and nothing was written in it."""
        return bool(self._new) and self._studio.project.texts.get(self._file) == self._begun

    @Slot(result=bool)
    def leave(self) -> bool:
        """Take a new slide away in which nothing was written; return whether there is one to show."""
        untouched = self.untouched
        if untouched:
            self._studio.change("slide", dict.fromkeys(self._new))
        self._file, self._new = "", ()
        return not untouched

    def look_again(self) -> None:
        """Take in the slide as it is written now."""
        if self._file:
            document = self._studio.documents.get(self._file)
            serious = [each for each in self._studio.problems if each.severity is not Severity.NOTE]
            feed = self._studio.feed
            if feed and self.slide_id in feed.slides:  # one that cannot be read stays where it was
                self._screens = self._studio.slides_model.screens_of(self.slide_id)
                self._title = slide_name(feed, self.slide_id, self._studio.language)
            self._wrong = slide_files.by_field(self._file, document, serious)
            self._show_fields()
            self.preview_model.draw()

    def _show_fields(self) -> None:
        main, second = self._studio.main_language, self.preview_model.second_language
        rows = []
        for each in fields_of(str(self._values().get("kind", ""))):
            codes = [code for code in dict.fromkeys((main, second)) if code] if each.localized else [""]
            rows += [FieldRow(each.key, code, self._label(each, code), each.form) for code in codes]
        self._fields.replace(rows)
        self.changed.emit()

    def _label(self, field: SlideField, code: str) -> str:
        feed, name = self._studio.feed, in_language(words.FIELDS[field.key], self._studio.language)
        return f"{name} · {feed.languages[code].name}" if code and feed else name

    @property
    def slide_id(self) -> str:
        """The id of the slide."""
        return self._file.partition("/")[2].removesuffix(".yaml")

    @Slot(str, str, result=str)
    def value(self, field: str, language: str) -> str:
        """Return what a field says in a language; of one without languages, what it says."""
        found = self._values().get(field, "")
        if isinstance(found, dict):
            return str(found.get(language, ""))
        if found is None or language not in {"", self._studio.main_language}:
            return ""
        return str(found)

    def _values(self) -> dict[str, object]:
        try:
            found = yaml_reader.read(self._studio.project.texts.get(self._file, b""), self._file).value
        except ContentError:
            return {}
        return found if isinstance(found, dict) else {}

    @Slot(str, str, str)
    def write(self, field: str, language: str, text: str) -> None:
        """Change a field in one language; an empty text is taken away."""
        if self.value(field, language) == text or not self._file:
            return
        old, main = self._values().get(field), self._studio.main_language
        try:
            if not language or (isinstance(old, str) and language == main):
                self._set((field,), text or REMOVED)
            elif isinstance(old, str):
                self._set((field,), {main: old, language: text})
            else:
                self._set((field, language), text or REMOVED)
        except (EditError, KeyError) as bad:
            self._studio.say(of_error(bad))

    def _set(self, path: tuple[str, ...], value: object) -> None:
        self._studio.project.set(self._file, path, value)
        self._studio.after_typing(self.slide_id)
        self.preview_model.draw()
        self.changed.emit()

    @Slot(str, str, result=str)
    def wrong(self, field: str, language: str) -> str:
        """Return what is wrong with a field in a language; empty if nothing is.

        What concerns a language that has no field stands beside that of the first language.
        """
        main = self._studio.main_language
        shown = {row.language for row in self._fields.rows if row.key == field}
        found = []
        for (key, code), problems in self._wrong.items():
            at = code if code in shown else main if main in shown else ""
            if key == field and at == language:
                found += [self._said(each) for each in problems]
        return "\n".join(found + (self.preview_model.wrong(field) if not language else []))

    def _said(self, problem: Problem) -> str:
        feed, message = self._studio.feed, problem.message
        if missing := missing_languages(message):
            names = [feed.languages[code].name if feed else code for code in missing]
            message = tr("Not yet in {languages}", languages=names)
        return in_language(message, self._studio.language)

    @Property(str, notify=changed)
    def wrongElsewhere(self) -> str:
        """What is wrong with parts of the slide that the form does not show."""
        shown = {row.key for row in self._fields.rows}
        problems = [each for (key, _), found in self._wrong.items() if key not in shown for each in found]
        return "\n".join(in_language(each.message, self._studio.language) for each in problems)

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
        """Show the slide on a screen, or do not."""
        screens = [each for each in self._screens if each != screen] + [screen] * on
        if not screens:  # its playlist would go, and with it when the slide is shown
            self._studio.say(words.MISSING_SCREEN)
            self.changed.emit()
            return
        project, documents = self._studio.project, self._studio.documents
        self._change(lambda: slide_files.placed_files(project, documents, self.slide_id, screens))

    @Slot(QUrl)
    def takeFile(self, file: QUrl) -> None:
        """Show a picture, film or document on the slide."""
        project, path = self._studio.project, Path(file.toLocalFile())
        try:
            slide = project.texts.get(self._file, b"").decode()
            files = {self._file: with_file(project, slide, path, new=bool(self._new))}
        except (MediaError, EditError, ContentError, UnicodeDecodeError, OSError) as bad:
            self._studio.say(of_error(bad))
            return
        self._change(lambda: files)

    @Property(bool, notify=changed)
    def canPlace(self) -> bool:
        """Whether its screens can be chosen for this slide alone."""
        feed = self._studio.feed
        return bool(feed and slide_files.can_be_placed(self._studio.documents, feed, self.slide_id))

    @Property(str, notify=changed)
    def usedText(self) -> str:
        """Where the slide is shown, and with which playlists."""
        used = slide_files.used_in(self._studio.documents, self.slide_id)
        names = [each.partition("/")[2].removesuffix(".yaml") for each in used]
        said = tr("On {screens}, by the playlists {playlists}.", screens=self._screens, playlists=names)
        return in_language(said if names else words.NOT_SHOWN, self._studio.language)

    @Slot(result=bool)
    def delete(self) -> bool:
        """Delete the slide, and its place in every playlist; return whether that could be done."""
        documents = self._studio.documents
        name, file = self._title, self._file
        self._new = ()
        if not self._change(
            lambda: slide_files.deleted_files(self._studio.project, documents, self.slide_id)
        ):
            return False
        self._file = "" if file not in self._studio.project.texts else file
        self._studio.say(tr("{slide} is deleted. Undo brings it back.", slide=name))
        return True

    def _change(self, files: Callable[[], Files]) -> bool:
        try:
            self._studio.change("slide", files())
        except (EditError, KeyError) as bad:
            self._studio.say(of_error(bad))
            return False
        return True

    @Property(str, notify=changed)
    def title(self) -> str:
        """Its name for people."""
        return self._title

    @Property(bool, notify=changed)
    def isNew(self) -> bool:
        """Whether it was begun just now."""
        return bool(self._new)

    @Property(Rows, constant=True)
    def fields(self) -> Rows[FieldRow]:
        """The fields of its form."""
        return self._fields

    @Property(PreviewModel, constant=True)
    def preview(self) -> PreviewModel:
        """How it looks."""
        return self.preview_model
