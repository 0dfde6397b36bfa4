"""Actions on any part of the feed: see where it is used, rename it, remove it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.feed.message_catalog import Message, error_message, in_language, tr
from kiosk.feed.misplaced_files import slug
from kiosk.studio.core import part_removal, part_uses
from kiosk.studio.core.yaml_edit import EditError
from kiosk.studio.window import part_words
from kiosk.studio.window.part_form import PartForm
from kiosk.studio.window.part_names import part_name

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

ADDRESSED = ("offices", "topics")
"""The folders of parts whose ids appear in booking addresses and in the settings of calendars."""


@QmlElement
@QmlUncreatable("made in Python")
class PartTools(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """Acts on the file of a form; `moved` emits the new id of its part, empty if it was removed."""

    changed = Signal()
    moved = Signal(str)

    def __init__(self, studio: StudioModel, form: PartForm) -> None:
        super().__init__(studio)
        self._studio, self._form = studio, form
        self._documents: object = None
        self._part: tuple[str, bool] | None = None
        form.changed.connect(self._look)

    @property
    def _exists(self) -> bool:
        return self._form.file in self._studio.project.texts

    @Slot()
    def _look(self) -> None:
        """Update the uses of the part when they may have changed: with every check, not with every key."""
        documents, part = self._studio.documents, (self._form.file, self._exists)
        if documents is not self._documents or part != self._part:
            self._documents, self._part = documents, part
            self.changed.emit()

    @Slot(str, result=bool)
    def rename(self, new: str) -> bool:
        """Change the id of the part everywhere; return whether this succeeded."""
        file, project = self._form.file, self._studio.project
        folder, old = part_uses.folder_and_id(file)
        name = slug(new)
        if not self._exists or name in {"", old}:
            return False
        if part_uses.file_named(folder, name) in project.texts:
            self._studio.say(tr("{name} is already taken; choose another short name", name=name))
            return False
        try:
            files = part_uses.renamed_files(project.texts, self._studio.documents, file, name)
        except (EditError, KeyError) as bad:
            self._studio.say(error_message(bad))
            return False
        self._studio.change("rename", files)
        self.moved.emit(name)
        return True

    @Slot(result=bool)
    def remove(self) -> bool:
        """Remove the part and all references to it; return whether this succeeded."""
        name = part_name(self._studio.feed, self._form.file, self._studio.language)
        try:
            files = part_removal.removed_files(self._studio.project, self._studio.documents, self._form.file)
        except (EditError, KeyError) as bad:
            self._studio.say(error_message(bad))
            return False
        self._studio.change("remove", files)
        self._studio.say(tr("{part} is removed. Undo brings it back.", part=name))
        self.moved.emit("")
        return True

    def _names(self, files: list[str]) -> list[str]:
        feed, language = self._studio.feed, self._studio.language
        return [part_name(feed, each, language) for each in dict.fromkeys(files)]

    def _in_words(self, sentences: list[Message]) -> str:
        return "\n".join(in_language(each, self._studio.language) for each in sentences)

    @Property(str, notify=changed)
    def key(self) -> str:
        """The id of the part."""
        return part_uses.folder_and_id(self._form.file)[1]

    @Property(str, notify=changed)
    def usedText(self) -> str:
        """Which other parts refer to it."""
        if not self._exists:
            return ""
        used = [each.file for each in part_uses.uses(self._studio.documents, self._form.file)]
        return self._in_words(
            [tr("Used by: {parts}", parts=self._names(used)) if used else part_words.USED_NOWHERE]
        )

    @Property(str, notify=changed)
    def removalText(self) -> str:
        """What else is removed or changed with it."""
        if not self._exists:
            return ""
        try:
            plan = part_removal.removal(self._studio.documents, self._form.file)
        except EditError as bad:
            return in_language(error_message(bad), self._studio.language)
        sentences = []
        if len(plan.gone) > 1:
            sentences.append(tr("Removed with it: {parts}", parts=self._names([*plan.gone[1:]])))
        if plan.changed:
            sentences.append(tr("Taken out of: {parts}", parts=self._names([*plan.changed])))
        return self._in_words([*sentences, part_words.UNDO_BRINGS_BACK])

    @Property(str, notify=changed)
    def renameNote(self) -> str:
        """What else changes with the id."""
        addressed = self._form.file.startswith(ADDRESSED)
        return in_language(
            part_words.RENAME_ADDRESSED if addressed else part_words.RENAME, self._studio.language
        )
