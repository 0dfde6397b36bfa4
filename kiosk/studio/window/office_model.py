"""The page of offices: the week, a calendar of other hours, drop-in, and the ways to book."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.booking.booking_links import Means, means
from kiosk.feed.message_catalog import in_language, of_error, tr
from kiosk.feed.office import Office
from kiosk.feed.written_times import DAYS, DayRange
from kiosk.studio.core import office_hours
from kiosk.studio.core.yaml_edit import REMOVED, EditError
from kiosk.studio.window import words
from kiosk.studio.window.office_rows import CalendarDayRow, day_row, exception_row, weekly
from kiosk.studio.window.part_form import FieldRow, PartForm
from kiosk.studio.window.rows_shown import ChoiceRow, text_in
from kiosk.ui.images import qr_url
from kiosk.ui.rows import Rows

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

WAYS = ("link", "phone", "email")


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
        self._topic, self._language = "", ""
        self._bad_day = -1
        self._week: list[str] = []
        self._days: Rows[CalendarDayRow] = Rows(CalendarDayRow, self)
        self._exceptions: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._drop_ins: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._topics: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._languages: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        named = zip(DAYS, words.weekdays(studio.language), strict=True)
        self._weekday_rows: Rows[ChoiceRow] = Rows(ChoiceRow, self, [ChoiceRow(*each) for each in named])

    @Slot(str)
    def open(self, office: str) -> None:
        """Show an office; the first one if no id is given."""
        feed = self._studio.feed
        self._office = office or (next(iter(feed.offices), "") if feed else "")
        self._month, self._bad_day = self._studio.today.replace(day=1), -1
        if feed:
            self._topic, self._language = next(iter(feed.topics), ""), self._studio.main_language
        self.part_form.file = f"offices/{self._office}.yaml"
        self.look_again()

    def look_again(self) -> None:
        """Take in the project as it is written now."""
        office, feed, language = self.office, self._studio.feed, self._studio.language
        labels = words.booking_labels(language)
        self.part_form.show([FieldRow(f"booking.{way}", "", labels[way], "line") for way in WAYS])
        self.part_form.find_wrong()
        if not office or not feed:
            return
        if self._bad_day < 0:
            self._week = office_hours.week_of(office.hours)
        self._days.replace([day_row(each, language) for each in self._month_days(office)])
        exceptions = sorted(office.exceptions.items())
        self._exceptions.replace([exception_row(days, hours, language) for days, hours in exceptions])
        topics = {name: text_in(feed, each.title, language) for name, each in feed.topics.items()}
        self._topics.replace([ChoiceRow(*each) for each in topics.items()])
        self._languages.replace([ChoiceRow(code, each.name) for code, each in feed.languages.items()])
        self._drop_ins.replace(
            [
                ChoiceRow(f"{place}", f"{topics.get(each.topic, each.topic)}: {weekly(each.when, language)}")
                for place, each in enumerate(office.drop_in)
            ]
        )
        self.changed.emit()

    @property
    def office(self) -> Office | None:
        """The office as it is written now, as far as that is sound."""
        return self._studio.feed.offices.get(self._office) if self._studio.feed else None

    def _month_days(self, office: Office) -> list[office_hours.CalendarDay]:
        return office_hours.month_of(office, self._month.year, self._month.month)

    @Slot(int, str)
    def setDay(self, day: int, text: str) -> None:
        """Give a weekday other hours, such as `10:00-12:00, 13:00-16:00`; empty when closed."""
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
        self._set(("hours",), entries or REMOVED)

    @Slot(str, str, str, result=bool)
    def addException(self, first: str, last: str, hours: str) -> bool:
        """Give days other hours than the week's; none if it is closed. Return whether that could be done."""
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
        if met := office_hours.overlapped(office.exceptions, days):
            self._studio.say(tr("{days} has other hours already; remove those first", days=f"{met}"))
            return False
        return self._set(("exceptions", f"{days}"), office_hours.written(ranges) or "closed")

    @Slot(str)
    def removeException(self, days: str) -> None:
        """Let days have the hours of the week again."""
        written = self.part_form.at("exceptions")
        keys = list(written) if isinstance(written, dict) else []
        key = next((each for each in keys if f"{DayRange.parse(str(each))}" == days), None)
        if key is not None:
            self._set(("exceptions",) if len(keys) == 1 else ("exceptions", key), REMOVED)

    @Slot(str, str, str, result=bool)
    def addDropIn(self, topic: str, day: str, hours: str) -> bool:
        """Let visitors come for a topic without a booking; return whether that could be done."""
        try:
            ranges = office_hours.read_day(hours)
        except ValueError:
            ranges = []
        if not ranges:
            self._studio.say(words.BAD_DAY_OR_HOURS)
            return False
        new = {"topic": topic, "when": [f"{day} {each}" for each in ranges]}
        return self._set(("drop_in",), [*self._written_drop_ins(), new])

    @Slot(int)
    def removeDropIn(self, place: int) -> None:
        """Take one drop-in away."""
        found = self._written_drop_ins()
        self._set(("drop_in",), found[:place] + found[place + 1 :] or REMOVED)

    def _written_drop_ins(self) -> list[object]:
        found = self.part_form.at("drop_in")
        return list(found) if isinstance(found, list) else []

    def _set(self, path: tuple[str, ...], value: object) -> bool:
        try:
            self._studio.project.set(self.part_form.file, path, value)
        except (EditError, KeyError) as bad:
            self._studio.say(of_error(bad))
            return False
        self._studio.after_change()
        return True

    @Slot(int)
    def turnMonth(self, by: int) -> None:
        """Show the month before or after."""
        if by < 0:
            self._month = (self._month - timedelta(days=1)).replace(day=1)
        else:
            self._month += timedelta(days=monthrange(self._month.year, self._month.month)[1])
        self.look_again()

    @Slot(str, str)
    def lookAtCode(self, topic: str, language: str) -> None:
        """Show the code for another topic, or a reader of another language."""
        self._topic, self._language = topic, language
        self.changed.emit()

    def _means(self) -> Means | None:
        feed = self._studio.feed
        known = feed and self._office in feed.offices and self._topic in feed.topics
        return means(feed, self._office, self._topic, self._language, None) if feed and known else None

    @Property(QUrl, notify=changed)
    def code(self) -> QUrl:
        """The QR code as it will be on the screen."""
        found = self._means()
        return qr_url(found.code if found else "")

    @Property(str, notify=changed)
    def codeText(self) -> str:
        """What the QR code says."""
        found = self._means()
        return found.code if found and found.code else in_language(words.NO_CODE, self._studio.language)

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
        """The weekday whose hours cannot be read; -1 if all can."""
        return self._bad_day

    @Property("QStringList", constant=True)  # type: ignore[arg-type]  # as above
    def weekdays(self) -> list[str]:
        """The names of the weekdays."""
        return list(words.weekdays(self._studio.language))

    @Property(Rows, constant=True)
    def weekdayRows(self) -> Rows[ChoiceRow]:
        """The weekdays, to choose one."""
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

    @Property(Rows, constant=True)
    def dropIns(self) -> Rows[ChoiceRow]:
        """When no booking is needed."""
        return self._drop_ins

    @Property(Rows, constant=True)
    def topics(self) -> Rows[ChoiceRow]:
        """The topics."""
        return self._topics

    @Property(Rows, constant=True)
    def languages(self) -> Rows[ChoiceRow]:
        """The languages of the feed."""
        return self._languages

    @Property(PartForm, constant=True)
    def form(self) -> PartForm:
        """The ways to book."""
        return self.part_form
