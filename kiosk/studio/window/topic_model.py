"""The topics page: their texts, and a picker for their pictograms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.feed.message_catalog import in_language
from kiosk.studio.core.new_parts import new_topic_files
from kiosk.studio.core.part_uses import free_id
from kiosk.studio.window import words
from kiosk.studio.window.part_form import FieldRow, PartForm
from kiosk.studio.window.part_tools import PartTools
from kiosk.studio.window.rows_shown import ChoiceRow, part_shown, text_in
from kiosk.ui.rows import Rows

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

LINES = {"help": 5, "bring": 5}
"""The fields with several lines, and the maximum number of lines of each."""


@QmlElement
@QmlUncreatable("made in Python")
class TopicModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """One topic of the open project."""

    changed = Signal()

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio = studio
        self.part_form = PartForm(studio, studio.after_typing)
        self.part_tools = PartTools(studio, self.part_form)
        self.part_tools.moved.connect(self.open)
        self._topic, self._second = "", ""
        self._more = dict.fromkeys(LINES, 0)
        self._topics: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._languages: Rows[ChoiceRow] = Rows(ChoiceRow, self)

    @Slot(str)
    def open(self, topic: str) -> None:
        """Show a topic; without an id, the one shown before or the first one."""
        feed = self._studio.feed
        self._topic = topic or part_shown(self._studio.project.ids("topics"), self._topic)
        self._more = dict.fromkeys(LINES, 0)
        if feed and not self._second:
            self._second = self._studio.other_language
        self.part_form.file = f"topics/{self._topic}.yaml"
        self.refresh()

    @Slot(str, result=bool)
    def begin(self, name: str) -> bool:
        """Create a topic and show it; return whether this succeeded."""
        if not name.strip():
            return False
        project = self._studio.project
        key, icon = free_id(project, "topics", name), min(project.icons)
        self._studio.change("topic", new_topic_files(key, self._studio.main_language, name, icon))
        self.open(key)
        return True

    @Slot(str)
    def writeIn(self, language: str) -> None:
        """Edit another language beside the main one."""
        self._second = language
        self.refresh()

    @Slot(str)
    def addLine(self, field: str) -> None:
        """Add an empty line to a field."""
        self._more[field] += 1
        self.refresh()

    def refresh(self) -> None:
        """Update from the current project."""
        feed = self._studio.feed
        if not feed or not self._topic:
            return
        names = [
            ChoiceRow(key, text_in(feed, each.title, self._studio.language))
            for key, each in feed.topics.items()
        ]
        self._topics.replace(names)
        others = (code for code in feed.languages if code != self._studio.main_language)
        self._languages.replace([ChoiceRow(code, feed.languages[code].name) for code in others])
        self.part_form.show(self._rows())
        self.part_form.find_wrong()
        self.changed.emit()

    def _rows(self) -> list[FieldRow]:
        rows = [*self._localized("title", "title"), *self._localized("summary", "summary")]
        for field, maximum in LINES.items():
            found = self.part_form.at(field)
            count = min(maximum, (len(found) if isinstance(found, list) else 0) + self._more[field])
            for place in range(count):
                rows += self._localized(f"{field}.{place}", field)
        rows += self._localized("cost", "cost")
        return [
            *rows,
            FieldRow("takes", "", in_language(words.FIELDS["takes"], self._studio.language), "line"),
        ]

    def _localized(self, key: str, name: str) -> list[FieldRow]:
        feed, label = self._studio.feed, in_language(words.FIELDS[name], self._studio.language)
        codes = filter(None, (self._studio.main_language, self._second))
        return [
            FieldRow(key, code, f"{label} · {feed.languages[code].name}", "line") for code in codes if feed
        ]

    @Slot(str)
    def chooseIcon(self, icon: str) -> None:
        """Set the pictogram of the topic."""
        self.part_form.write("icon", "", icon)
        self.changed.emit()

    @Property(str, notify=changed)
    def icon(self) -> str:
        """The pictogram of the topic."""
        return self.part_form.value("icon", "")

    @Property("QStringList", constant=True)  # type: ignore[arg-type]  # PySide takes the name of a type
    def icons(self) -> list[str]:
        """All pictograms."""
        return sorted(self._studio.project.icons)

    @Property(str, notify=changed)
    def key(self) -> str:
        """The id of the topic."""
        return self._topic

    @Property(str, notify=changed)
    def second(self) -> str:
        """The language that is edited beside the main one."""
        return self._second

    @Property(Rows, constant=True)
    def topics(self) -> Rows[ChoiceRow]:
        """All topics."""
        return self._topics

    @Property(Rows, constant=True)
    def languages(self) -> Rows[ChoiceRow]:
        """All languages but the main one."""
        return self._languages

    @Property(PartTools, constant=True)
    def tools(self) -> PartTools:
        """Actions on the whole topic."""
        return self.part_tools

    @Property(PartForm, constant=True)
    def form(self) -> PartForm:
        """The texts of the topic."""
        return self.part_form
