"""The slide that is being written: its fields, its picture, and what is wrong beside each field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.feed import yaml_reader
from kiosk.feed.message_catalog import in_language, of_error
from kiosk.feed.problems import ContentError, Severity
from kiosk.studio.core.slide_files import by_field, new_slide_files
from kiosk.studio.core.yaml_edit import REMOVED, EditError
from kiosk.studio.drawing.draw_requests import DrawRequest

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

KEY = "slide/edited"


@QmlElement
@QmlUncreatable("made in Python")
class SlideModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """One slide; empty until `begin` or `open`."""

    changed = Signal()

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio = studio
        self._file = ""
        self._screen, self._language = "", "sv"
        self._findings: list[str] = []
        self._new: tuple[str, ...] = ()
        self._begun = b""
        self._wrong: dict[str, str] = {}

    @Slot(str, list)
    def begin(self, title: str, screens: list[str]) -> None:
        """Make a new slide that is shown on these screens."""
        code = (
            "sv"
            if self._studio.feed is None or "sv" in self._studio.feed.languages
            else self._studio.language
        )
        files = new_slide_files(self._studio.project, {code: title}, screens)
        self._file = next(name for name in files if name.startswith("slides/"))
        self._screen = screens[0] if screens else ""
        self._new, self._begun = tuple(files), files[self._file] or b""
        self._studio.change("slide", files)

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

    @Slot(str)
    def open(self, slide: str) -> None:
        """Edit a slide that is there."""
        self._file = f"slides/{slide}.yaml"
        feed = self._studio.feed
        if feed and self._screen not in feed.screens:
            self._screen = next(iter(feed.screens), "")
        self.look_again()

    def look_again(self) -> None:
        """Take in the slide as it is written now."""
        if self._file:
            document = self._studio.documents.get(self._file)
            found = by_field(self._file, document, self._studio.problems)
            language = self._studio.language
            self._wrong = {
                field: "\n".join(in_language(each.message, language) for each in problems if _matters(each))
                for field, problems in found.items()
            }
            self._draw()
            self.changed.emit()

    def _draw(self) -> None:
        slide, feed = self.slide_id, self._studio.feed
        if feed and slide in feed.slides and self._screen in feed.screens:
            self._studio.drawing.ask(DrawRequest(KEY, self._screen, slide, self._language))

    def drawn(self, findings: list[str]) -> None:
        """Take what is wrong on the picture."""
        self._findings = findings
        self.changed.emit()

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
        return "" if found is None else str(found)

    def _values(self) -> dict[str, object]:
        try:
            found = yaml_reader.read(self._studio.project.texts.get(self._file, b""), self._file).value
        except ContentError:
            return {}
        return found if isinstance(found, dict) else {}

    @Slot(str, str, str)
    def write(self, field: str, language: str, words: str) -> None:
        """Change a field in one language; an empty text is taken away."""
        if self.value(field, language) == words or not self._file:
            return
        path = (field, language) if language else (field,)
        old = self._values().get(field)
        if language and isinstance(old, str):
            self._set((field,), {"sv": old, language: words})
        else:
            self._set(path, words or REMOVED)

    def _set(self, path: tuple[str, ...], value: object) -> None:
        try:
            self._studio.project.set(self._file, path, value)
        except (EditError, KeyError) as bad:
            self._studio.say(of_error(bad))
            return
        self._studio.after_change()

    @Slot(str, str)
    def look(self, screen: str, language: str) -> None:
        """Look at the slide on another screen, or in another language."""
        self._screen, self._language = screen or self._screen, language or self._language
        self._draw()
        self.changed.emit()

    @Slot(str, result=str)
    def wrong(self, field: str) -> str:
        """Return what is wrong with a field; empty if nothing is."""
        return self._wrong.get(field, "")

    @Property(str, notify=changed)
    def screen(self) -> str:
        """The screen that the slide is looked at on."""
        return self._screen

    @Property(str, notify=changed)
    def picture(self) -> str:
        """The address of its picture."""
        return self._studio.pictures.address(KEY)

    @Property(str, notify=changed)
    def onPicture(self) -> str:
        """What is wrong on the picture."""
        return "\n".join(self._findings)


def _matters(problem: object) -> bool:
    return getattr(problem, "severity", Severity.NOTE) is not Severity.NOTE
