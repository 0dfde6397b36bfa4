"""The bookable times of an office: topics, hours and lengths, and the times that result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.booking.bookable_rules import offered
from kiosk.feed.message_catalog import in_language, tr
from kiosk.feed.office import Bookable
from kiosk.frozen import frozen
from kiosk.studio.core import when_words
from kiosk.studio.core.yaml_edit import REMOVED
from kiosk.studio.window import part_words
from kiosk.studio.window.part_form import FieldRow, PartForm
from kiosk.studio.window.rows_shown import ChoiceRow, TickRow, text_in
from kiosk.ui.rows import Rows, nested

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

FIELDS = ("length", "notice", "horizon", "buffer")
SHOWN_TIMES = 5


@frozen
class BookableRow:
    """One rule, by its place in the file."""

    place: int
    title: str
    topics: tuple[TickRow, ...] = nested(TickRow)
    hours: tuple[ChoiceRow, ...] = nested(ChoiceRow)
    fields: tuple[FieldRow, ...] = nested(FieldRow)


@QmlElement
@QmlUncreatable("made in Python")
class BookableModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """The bookable times of one office of the open project."""

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio = studio
        self.part_form = PartForm(studio, studio.after_typing)
        self._office = ""
        self._rules: Rows[BookableRow] = Rows(BookableRow, self)

    def open(self, office: str) -> None:
        """Show the bookable times of an office."""
        self._office, self.part_form.file = office, f"offices/{office}.yaml"
        self._rules.replace([])

    def refresh(self) -> None:
        """Update from the current project."""
        feed = self._studio.feed
        office = feed.offices.get(self._office) if feed else None
        rows = [self._row(*each) for each in enumerate(office.bookable)] if office else self._rules.rows
        self.part_form.show([field for row in rows for field in row.fields])
        self.part_form.find_wrong()
        self._rules.replace(rows)

    def _row(self, place: int, rule: Bookable) -> BookableRow:
        feed, language = self._studio.feed, self._studio.language
        topics = feed.topics.items() if feed else ()
        return BookableRow(
            place,
            in_language(tr("Bookable times {number}", number=place + 1), language),
            tuple(
                TickRow(key, text_in(feed, each.title, language), key in rule.topics)
                for key, each in topics
                if feed
            ),
            tuple(
                ChoiceRow(f"{at}", in_language(when_words.hours_sentence(each), language))
                for at, each in enumerate(rule.when)
            ),
            tuple(
                FieldRow(
                    f"bookable.{place}.{key}", "", in_language(part_words.BOOKABLE[key], language), "line"
                )
                for key in FIELDS
            ),
        )

    @Slot(int, result=str)
    def timesText(self, place: int) -> str:
        """Return the next times that a rule offers."""
        feed = self._studio.feed
        office = feed.offices.get(self._office) if feed else None
        if not feed or not office or place >= len(office.bookable):
            return ""
        spans = offered(feed, self._office, office.bookable[place], self._studio.now())
        starts = sorted(each.start for each in spans)[:SHOWN_TIMES]
        times = [start.astimezone(feed.zone) for start in starts]
        sentence = (
            tr("The next times, if no calendar is busy: {times}", times=times)
            if times
            else part_words.NO_TIMES
        )
        return in_language(sentence, self._studio.language)

    @Slot(str, str, str, result=bool)
    def add(self, topic: str, days: str, hours: str) -> bool:
        """Make a topic bookable at some hours of some days; return whether this succeeded."""
        when = self.part_form.hours_on(days, hours)
        return bool(when) and self.part_form.put(
            ("bookable",), [*self._written(), {"topics": [topic], "when": when}]
        )

    @Slot(int)
    def remove(self, place: int) -> None:
        """Remove a rule."""
        rules = self._written()
        self.part_form.put(("bookable",), rules[:place] + rules[place + 1 :] or REMOVED)

    @Slot(int, str, bool)
    def tick(self, place: int, topic: str, on: bool) -> None:  # noqa: FBT001  # called from QML
        """Add a topic to a rule, or remove it; at least one topic stays."""
        topics = self._list(place, "topics")
        left = [each for each in topics if each != topic] + [topic] * on
        if not left:
            self._studio.say(part_words.LAST_TOPIC)
            self._rules.replace([])  # so that the box is drawn ticked again
            self.refresh()
            return
        self.part_form.put(("bookable", place, "topics"), left)

    @Slot(int, str, str, result=bool)
    def addHours(self, place: int, days: str, hours: str) -> bool:
        """Add hours of some days to a rule; return whether this succeeded."""
        when = self.part_form.hours_on(days, hours)
        return bool(when) and self.part_form.put(
            ("bookable", place, "when"), [*self._list(place, "when"), *when]
        )

    @Slot(int, int)
    def removeHours(self, place: int, at: int) -> None:
        """Remove hours from a rule; the last ones stay."""
        left = self._list(place, "when")
        if len(left) == 1:
            self._studio.say(part_words.LAST_HOURS)
            return
        self.part_form.put(("bookable", place, "when"), left[:at] + left[at + 1 :])

    @Slot(int, result=str)
    def calendars(self, place: int) -> str:
        """Return the names of the calendars of a rule."""
        return ", ".join(self._list(place, "calendars"))

    @Slot(int, str)
    def setCalendars(self, place: int, names: str) -> None:
        """Set the calendars that block times of a rule, by the names that IT gave them."""
        found = [each.strip() for each in names.split(",") if each.strip()]
        if found != self._list(place, "calendars"):
            self.part_form.put(("bookable", place, "calendars"), found or REMOVED)

    def _written(self) -> list[Any]:
        found = self.part_form.at("bookable")
        return list(found) if isinstance(found, list) else []

    def _list(self, place: int, key: str) -> list[str]:
        found = self.part_form.at(f"bookable.{place}.{key}")
        return [str(each) for each in found] if isinstance(found, list) else []

    @Property(Rows, constant=True)
    def rules(self) -> Rows[BookableRow]:
        """The rules."""
        return self._rules

    @Property(PartForm, constant=True)
    def form(self) -> PartForm:
        """The fields of all rules."""
        return self.part_form
