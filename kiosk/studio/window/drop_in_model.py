"""The drop-in times of an office, when visitors can come for a topic without a booking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.studio.core.yaml_edit import REMOVED
from kiosk.studio.window.office_rows import weekly_text
from kiosk.studio.window.part_form import PartForm
from kiosk.studio.window.rows_shown import ChoiceRow, text_in
from kiosk.ui.rows import Rows

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class DropInModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """The drop-in times of one office of the open project."""

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio = studio
        self.part_form = PartForm(studio, studio.after_typing)
        self._office = ""
        self._rows: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._topics: Rows[ChoiceRow] = Rows(ChoiceRow, self)

    def open(self, office: str) -> None:
        """Show the drop-in times of an office."""
        self._office, self.part_form.file = office, f"offices/{office}.yaml"
        self._rows.replace([])

    def refresh(self) -> None:
        """Update from the current project."""
        feed, language = self._studio.feed, self._studio.language
        if not feed:
            return
        topics = {name: text_in(feed, each.title, language) for name, each in feed.topics.items()}
        self._topics.replace([ChoiceRow(*each) for each in topics.items()])
        office = feed.offices.get(self._office)
        if not office:
            return
        self._rows.replace(
            [
                ChoiceRow(
                    f"{place}", f"{topics.get(each.topic, each.topic)}: {weekly_text(each.when, language)}"
                )
                for place, each in enumerate(office.drop_in)
            ]
        )

    @Slot(str, str, str, result=bool)
    def add(self, topic: str, day: str, hours: str) -> bool:
        """Add drop-in times for a topic; return whether this succeeded."""
        when = self.part_form.hours_on(day, hours)
        return bool(when) and self.part_form.put(
            ("drop_in",), [*self._written(), {"topic": topic, "when": when}]
        )

    @Slot(int)
    def remove(self, place: int) -> None:
        """Remove one drop-in entry."""
        found = self._written()
        self.part_form.put(("drop_in",), found[:place] + found[place + 1 :] or REMOVED)

    def _written(self) -> list[object]:
        found = self.part_form.at("drop_in")
        return list(found) if isinstance(found, list) else []

    @Property(Rows, constant=True)
    def rows(self) -> Rows[ChoiceRow]:
        """The times."""
        return self._rows

    @Property(Rows, constant=True)
    def topics(self) -> Rows[ChoiceRow]:
        """The topics."""
        return self._topics
