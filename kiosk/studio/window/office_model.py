"""The offices page: the weekly hours, a calendar of exceptions, drop-in, and the ways to book."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.feed.message_catalog import in_language, tr
from kiosk.feed.office import Office
from kiosk.feed.written_times import DAYS, DayRange
from kiosk.studio.core import office_hours
from kiosk.studio.core.new_parts import new_office_files
from kiosk.studio.core.part_uses import free_id
from kiosk.studio.core.yaml_edit import REMOVED
from kiosk.studio.window import part_words, words
from kiosk.studio.window.bookable_model import BookableModel
from kiosk.studio.window.booking_model import BookingModel
from kiosk.studio.window.drop_in_model import DropInModel
from kiosk.studio.window.office_rows import CalendarDayRow, day_row, exception_row
from kiosk.studio.window.part_form import FieldRow, PartForm
from kiosk.studio.window.part_tools import PartTools
from kiosk.studio.window.rows_shown import ChoiceRow, part_shown
from kiosk.ui.rows import Rows

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

WORDS = ("name", "address", "place")


@QmlElement
@QmlUncreatable("made in Python")
class OfficeModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """One office of the open project."""

    changed = Signal()

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio = studio
        self.part_form = PartForm(studio, studio.after_typing)
        self._office = ""
        self._month = studio.now().date().replace(day=1)
        self._second = ""
        self._bad_day = -1
        self._week: list[str] = []
        self._days: Rows[CalendarDayRow] = Rows(CalendarDayRow, self)
        self._exceptions: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._seconds: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        rules = [
            ChoiceRow(key, in_language(name, studio.language)) for key, name in part_words.HOLIDAYS.items()
        ]
        self._holiday_rules: Rows[ChoiceRow] = Rows(ChoiceRow, self, rules)
        self.booking_model, self.bookable_model = BookingModel(studio), BookableModel(studio)
        self.drop_in_model = DropInModel(studio)
        self.part_form.siblings = self.booking_model.part_form, self.bookable_model.part_form
        self.part_tools = PartTools(studio, self.part_form)
        self.part_tools.moved.connect(self.open)
        named = zip(DAYS, words.weekdays(studio.language), strict=True)
        self._weekday_rows: Rows[ChoiceRow] = Rows(ChoiceRow, self, [ChoiceRow(*each) for each in named])

    @Slot(str)
    def open(self, office: str) -> None:
        """Show an office; without an id, the one shown before or the first one."""
        feed = self._studio.feed
        own = self._studio.project.rights.office
        self._office = own or office or part_shown(self._studio.project.ids("offices"), self._office)
        self._month, self._bad_day = self._studio.today.replace(day=1), -1
        if feed and not self._second:
            self._second = self._studio.other_language
        self.part_form.file = f"offices/{self._office}.yaml"
        for each in self._parts:
            each.open(self._office)
        self.refresh()

    @property
    def _parts(self) -> tuple[BookingModel, BookableModel, DropInModel]:
        return self.booking_model, self.bookable_model, self.drop_in_model

    @Slot(str, str, result=bool)
    def begin(self, name: str, address: str) -> bool:
        """Create an office and show it; return whether this succeeded."""
        if not (name.strip() and address.strip()):
            self._studio.say(part_words.MISSING_NAME_ADDRESS)
            return False
        key = free_id(self._studio.project, "offices", name)
        self._studio.change("office", new_office_files(key, self._studio.main_language, name, address))
        self.open(key)
        return True

    @Slot(str)
    def writeIn(self, language: str) -> None:
        """Edit another language beside the main one."""
        self._second = language
        self.refresh()

    def _fields(self) -> list[FieldRow]:
        feed, language = self._studio.feed, self._studio.language
        codes = [code for code in (self._studio.main_language, self._second) if code and feed]
        rows = [
            FieldRow(
                key,
                code,
                f"{in_language(part_words.OFFICE[key], language)} · {feed.languages[code].name}",
                "line",
                "words",
            )
            for key in WORDS
            for code in codes
            if feed
        ]
        rows.append(
            FieldRow("position", "", in_language(part_words.OFFICE["position"], language), "line", "words")
        )
        return [*rows, FieldRow("eve", "", in_language(part_words.OFFICE["eve"], language), "line", "days")]

    def refresh(self) -> None:
        """Update from the current project."""
        office, feed, language = self.office, self._studio.feed, self._studio.language
        self.part_form.show(self._fields())
        for each in self._parts:
            each.refresh()
        self.part_form.find_wrong()
        if not office or not feed:
            return
        if self._bad_day < 0:
            self._week = office_hours.weekday_texts(office.hours)
        self._days.replace([day_row(each, language) for each in self._month_days(office)])
        exceptions = sorted(office.exceptions.items())
        self._exceptions.replace([exception_row(days, hours, language) for days, hours in exceptions])
        main = self._studio.main_language
        others = [code for code in feed.languages if code != main]
        self._seconds.replace([ChoiceRow(code, feed.languages[code].name) for code in others])
        self.changed.emit()

    @property
    def office(self) -> Office | None:
        """The office in its current state; None if it has errors."""
        return self._studio.feed.offices.get(self._office) if self._studio.feed else None

    def _month_days(self, office: Office) -> list[office_hours.CalendarDay]:
        return office_hours.weeks_of_month(office, self._month.year, self._month.month)

    @Slot(int, str)
    def setDay(self, day: int, text: str) -> None:
        """Set the hours of a weekday, such as `10:00-12:00, 13:00-16:00`; empty when closed."""
        if not self._week or self._week[day] == text:
            return
        self._week[day] = text
        try:
            entries = office_hours.weekly_entries(self._week)
        except office_hours.BadHoursError as bad:
            self._bad_day = int(bad.args[0])
            self.changed.emit()
            return
        self._bad_day = -1
        self.part_form.put(("hours",), entries or REMOVED)

    @Slot(str, str, str, result=bool)
    def addException(self, first: str, last: str, hours: str) -> bool:
        """Set other hours for some days, empty when closed; return whether this succeeded."""
        office = self.office
        try:
            begin = date.fromisoformat(first.strip())
            days = DayRange(begin, date.fromisoformat(last.strip()) if last.strip() else begin)
            ranges = office_hours.read_day(hours)
        except ValueError:
            self._studio.say(words.BAD_DAY_OR_HOURS)
            return False
        if days.last < days.first or not office:
            self._studio.say(words.BAD_DAYS)
            return False
        if overlap := office_hours.overlapped(office.exceptions, days):
            self._studio.say(tr("{days} has other hours already; remove those first", days=f"{overlap}"))
            return False
        return self.part_form.put(("exceptions", f"{days}"), office_hours.hours_text(ranges) or "closed")

    @Slot(str)
    def removeException(self, days: str) -> None:
        """Remove the other hours of some days."""
        written = self.part_form.at("exceptions")
        keys = list(written) if isinstance(written, dict) else []
        key = next((each for each in keys if f"{DayRange.parse(str(each))}" == days), None)
        if key is not None:
            self.part_form.put(("exceptions",) if len(keys) == 1 else ("exceptions", key), REMOVED)

    @Slot(int)
    def turnMonth(self, by: int) -> None:
        """Show the previous or the next month."""
        if by < 0:
            self._month = (self._month - timedelta(days=1)).replace(day=1)
        else:
            self._month += timedelta(days=monthrange(self._month.year, self._month.month)[1])
        self.refresh()

    @Property(str, notify=changed)
    def key(self) -> str:
        """The id of the office."""
        return self._office

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]  # PySide takes the name of a type
    def week(self) -> list[str]:
        """The hours of each weekday."""
        return self._week

    @Property(int, notify=changed)
    def badDay(self) -> int:
        """The weekday whose hours cannot be read; -1 if there is none."""
        return self._bad_day

    @Property("QStringList", constant=True)  # type: ignore[arg-type]  # as above
    def weekdays(self) -> list[str]:
        """The names of the weekdays."""
        return list(words.weekdays(self._studio.language))

    @Property(Rows, constant=True)
    def weekdayRows(self) -> Rows[ChoiceRow]:
        """The weekdays to choose from."""
        return self._weekday_rows

    @Property(str, notify=changed)
    def monthText(self) -> str:
        """The month that is shown, as year-month."""
        return f"{self._month:%Y-%m}"

    @Property(Rows, constant=True)
    def days(self) -> Rows[CalendarDayRow]:
        """The days of the month."""
        return self._days

    @Property(Rows, constant=True)
    def exceptions(self) -> Rows[ChoiceRow]:
        """The days with other hours."""
        return self._exceptions

    @Property(DropInModel, constant=True)
    def dropIn(self) -> DropInModel:
        """The times when no booking is needed."""
        return self.drop_in_model

    @Property(Rows, constant=True)
    def languages(self) -> Rows[ChoiceRow]:
        """All languages but the main one."""
        return self._seconds

    @Property(str, notify=changed)
    def second(self) -> str:
        """The language that is edited beside the main one."""
        return self._second

    @Property(Rows, constant=True)
    def holidayRules(self) -> Rows[ChoiceRow]:
        """The rules for public holidays to choose from."""
        return self._holiday_rules

    @Property(str, notify=changed)
    def holidays(self) -> str:
        """The rule for public holidays."""
        return self._holidays

    @property
    def _holidays(self) -> str:
        return self.office.holidays if self.office else ""

    @Slot(str)
    def setHolidays(self, rule: str) -> None:
        """Open or close the office on public holidays."""
        if rule != self._holidays:
            self.part_form.put(("holidays",), rule)

    @Property(BookingModel, constant=True)
    def booking(self) -> BookingModel:
        """The ways to book."""
        return self.booking_model

    @Property(BookableModel, constant=True)
    def bookable(self) -> BookableModel:
        """The times that can be booked."""
        return self.bookable_model

    @Property(PartTools, constant=True)
    def tools(self) -> PartTools:
        """Actions on the whole office."""
        return self.part_tools

    @Property(PartForm, constant=True)
    def form(self) -> PartForm:
        """Its name, its address, and its hours before public holidays."""
        return self.part_form
