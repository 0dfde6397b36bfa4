"""The product's own sentences in one language, for text built in Python: days, times, states.

QML uses Qt's installed translator. Slides change language independently of the desk, so each language has its
own phrases.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QDate, QLocale, QTranslator

from kiosk.feed.written_times import TimeRange, clock_text
from kiosk.resources import assets
from kiosk.ui.date_names import month_name, weekday_name

_CONTEXT = "Phrases"
_HUNDREDS_PER_KM = 10
SOURCES: dict[str, Any] = {  # QT_TRANSLATE_NOOP is typed as object
    "today": QT_TRANSLATE_NOOP("Phrases", "today"),
    "tomorrow": QT_TRANSLATE_NOOP("Phrases", "tomorrow"),
    "open_until": QT_TRANSLATE_NOOP("Phrases", "Open now until %1"),
    "closed_opens": QT_TRANSLATE_NOOP("Phrases", "Closed. Opens %1 at %2"),
    "closed_today_opens": QT_TRANSLATE_NOOP("Phrases", "Closed today. Opens %1 at %2"),
    "holiday_opens": QT_TRANSLATE_NOOP("Phrases", "Closed today, public holiday. Opens %1 at %2"),
    "short_until": QT_TRANSLATE_NOOP("Phrases", "Open today only until %1"),
    "staff_until": QT_TRANSLATE_NOOP("Phrases", "Staff here until %1"),
    "closed": QT_TRANSLATE_NOOP("Phrases", "Closed"),
    #: The one word on the sign of an open office.
    "open": QT_TRANSLATE_NOOP("Phrases", "Open"),
    "opening_hours": QT_TRANSLATE_NOOP("Phrases", "Opening hours"),
    "touch_here": QT_TRANSLATE_NOOP("Phrases", "Touch the screen for help and times"),
    #: Said aloud, never shown; the help key is F1 or a key with a question mark.
    "speech_hint": QT_TRANSLATE_NOOP("Phrases", "Press the help key, and this screen is read to you."),
    "unknown_since": QT_TRANSLATE_NOOP(
        "Phrases", "Available times cannot be shown now (last known: %1). Ask the staff or call."
    ),
    "unknown": QT_TRANSLATE_NOOP("Phrases", "Available times cannot be shown now. Ask the staff or call."),
    "unknown_since_short": QT_TRANSLATE_NOOP("Phrases", "Not available (last known: %1)"),
    "unknown_short": QT_TRANSLATE_NOOP("Phrases", "Not available now"),
    "none_free": QT_TRANSLATE_NOOP(
        "Phrases", "No available times in the coming weeks. Ask the staff or call."
    ),
    "as_of": QT_TRANSLATE_NOOP("Phrases", "Updated %1"),
    #: %1 is a day and a time, not only a time.
    "as_of_day": QT_TRANSLATE_NOOP("Phrases", "Last updated: %1"),
    "drop_in": QT_TRANSLATE_NOOP("Phrases", "Come without booking"),
    "come_now": QT_TRANSLATE_NOOP("Phrases", "Come now, until %1. No booking needed."),
    #: %1 is hours (13:00–16:00).
    "come_today": QT_TRANSLATE_NOOP("Phrases", "Come today %1. No booking needed."),
    "here": QT_TRANSLATE_NOOP("Phrases", "Here: %1"),
    "next_free": QT_TRANSLATE_NOOP("Phrases", "Next available time"),
    "choose_language": QT_TRANSLATE_NOOP("Phrases", "Choose language"),
    "show_at_desk": QT_TRANSLATE_NOOP("Phrases", "Show this to the staff"),
    "i_want_time": QT_TRANSLATE_NOOP("Phrases", "I would like to book %1, %2."),
    "i_want_help": QT_TRANSLATE_NOOP("Phrases", "I would like to book a time for %1."),
    "topic": QT_TRANSLATE_NOOP("Phrases", "What"),
    "when": QT_TRANSLATE_NOOP("Phrases", "When"),
    "where": QT_TRANSLATE_NOOP("Phrases", "Where"),
    "phone": QT_TRANSLATE_NOOP("Phrases", "Telephone"),
    "mail": QT_TRANSLATE_NOOP("Phrases", "E-mail"),
    "to_book": QT_TRANSLATE_NOOP("Phrases", "How to book"),
    "scan_to_book": QT_TRANSLATE_NOOP("Phrases", "Scan the QR code with your phone to book."),
    "scan_to_call": QT_TRANSLATE_NOOP("Phrases", "Scan the QR code with your phone to call and book."),
    "scan_to_write": QT_TRANSLATE_NOOP(
        "Phrases",
        "Scan the QR code with your phone to write an e-mail. The text is already there, in Swedish.",
    ),
    "book_at_desk": QT_TRANSLATE_NOOP("Phrases", "Book with the staff. You don’t need a phone."),
    "confirm_link": QT_TRANSLATE_NOOP("Phrases", "Confirm on your phone."),
    "confirm_email": QT_TRANSLATE_NOOP("Phrases", "Send the e-mail."),
    "confirm_voice": QT_TRANSLATE_NOOP("Phrases", "Say which time you want."),
    "confirmed": QT_TRANSLATE_NOOP("Phrases", "Done when your time is confirmed."),
    "change": QT_TRANSLATE_NOOP("Phrases", "To change or cancel: %1"),
    "bring": QT_TRANSLATE_NOOP("Phrases", "Bring with you"),
    "code": QT_TRANSLATE_NOOP("Phrases", "Code: %1"),
    "web": QT_TRANSLATE_NOOP("Phrases", "Web page"),
    "or_call": QT_TRANSLATE_NOOP("Phrases", "Or call %1."),
    "or_write": QT_TRANSLATE_NOOP("Phrases", "Or write to %1."),
    "not_booked": QT_TRANSLATE_NOOP("Phrases", "Nothing is booked yet."),
    "kilometres": QT_TRANSLATE_NOOP("Phrases", "%1 km"),
    "metres": QT_TRANSLATE_NOOP("Phrases", "%1 m"),
    "all_day": QT_TRANSLATE_NOOP("Phrases", "All day"),
    #: In a queue; %1 is such as: 12 min.
    "wait_time": QT_TRANSLATE_NOOP("Phrases", "Waiting time: %1"),
    "waiting": QT_TRANSLATE_NOOP("Phrases", "People waiting: %1"),
    #: In how many minutes a bus leaves, as short as on a sign at a stop.
    "minutes_short": QT_TRANSLATE_NOOP("Phrases", "%1 min"),
    #: A bus that is just leaving.
    "leaves_now": QT_TRANSLATE_NOOP("Phrases", "Now"),
    #: Above a warning that is only practised; nobody is in danger.
    "exercise": QT_TRANSLATE_NOOP("Phrases", "Exercise – no danger"),
    #: Above a warning to the public.
    "warning": QT_TRANSLATE_NOOP("Phrases", "Warning"),
    #: A day and a time on it, as inside a sentence.
    "day_at": QT_TRANSLATE_NOOP("Phrases", "%1 at %2"),
    #: A day and the hours on it (13:00–16:00).
    "day_hours": QT_TRANSLATE_NOOP("Phrases", "%1, %2"),
    #: Weekday, day of the month in digits, month by name.
    "long_day": QT_TRANSLATE_NOOP("Phrases", "%1 %2 %3"),
    #: Weekday in short, and the date in digits.
    "short_day": QT_TRANSLATE_NOOP("Phrases", "%1 %2"),
    #: A date without its year as a pattern of digits: d or dd is the day, M or MM the month.
    "short_date": QT_TRANSLATE_NOOP("Phrases", "d/M"),
}

RIGHT_TO_LEFT = "\u200f"
"""An invisible mark that makes a line starting with it run from right to left."""

NO_BREAK = "\u00a0"
"""A no-break space, which keeps a number and its unit on one line."""


def _door(minutes: int) -> str:
    return clock_text(minutes).removesuffix(":00").removeprefix("0")


def isolated(text: str) -> str:
    """Return digits that keep their order in a right-to-left sentence (U+2066 … U+2069)."""
    return f"\u2066{text}\u2069"


def any_direction(text: str) -> str:
    """Return text that keeps its own direction in any sentence (U+2068 … U+2069)."""
    return f"\u2068{text}\u2069"


def capital(text: str) -> str:
    """Return text with a capital first letter, for the start of a line."""
    return text[:1].upper() + text[1:]


class Phrases:
    """The sentences of one language; English where the product has no translation."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._names = "en_GB" if language == "en" else language
        self.locale = QLocale(self._names)
        self._translator = QTranslator()
        folder = str(assets() / "i18n")
        if not self._translator.load(f"infodisk_{language}", folder):
            self._translator.load("infodisk_en", folder)

    def say(self, name: str, *values: str) -> str:
        """Return the sentence called `name`, with its %1, %2 … replaced by `values`."""
        source: str = SOURCES[name]
        text = self._translator.translate(_CONTEXT, source) or source
        for number, value in enumerate(values, 1):
            text = text.replace(f"%{number}", value)
        return text

    def time(self, moment: datetime) -> str:
        """Return `HH:MM` in Latin digits, isolated."""
        return isolated(f"{moment:%H:%M}")

    def range(self, hours: TimeRange) -> str:
        """Return `HH:MM–HH:MM`, isolated."""
        return isolated(f"{clock_text(hours.start)}–{clock_text(hours.end)}")

    def short_range(self, hours: TimeRange) -> str:
        """Return a range as on a door sign, full hours without minutes, isolated: 10–16."""
        return isolated("–".join(_door(minutes) for minutes in (hours.start, hours.end)))

    def minutes(self, count: int) -> str:
        """Return a duration in words."""
        return self.tr("About %n minute(s)", "", count).replace("%n", isolated(str(count)))

    def days_left(self, count: int) -> str:
        """Return the caption below a large number of days."""
        return self.tr("day(s) left", "", count)

    def tr(self, source: str, comment: str, count: int) -> str:
        """Return the plural form for `count`, %n included; lupdate finds plural texts by the name `tr`."""
        return self._translator.translate(_CONTEXT, source, comment, count) or source

    def distance(self, metres: float) -> str:
        """Return a distance that stays on one line, in steps of 100 m and at least 100 m."""
        hundreds = max(1, round(metres / 100))
        if hundreds < _HUNDREDS_PER_KM:
            return self.say("metres", isolated(f"{hundreds}00")).replace(" ", NO_BREAK)
        point = "," if self.locale.decimalPoint() == "," else "."
        number = isolated(f"{hundreds / 10:g}".replace(".", point))
        return self.say("kilometres", number).replace(" ", NO_BREAK)

    def since(self, moment: datetime, today: date | None) -> str:
        """Return a past moment as written after a colon: the time, preceded by the day if not today."""
        if moment.date() == today:
            return self.time(moment)
        return self.at(self.long_day(moment.date()), moment)

    def updated(self, moment: datetime, today: date | None) -> str:
        """Return when something was last updated, with the day if that is not today."""
        if moment.date() == today:
            return self.say("as_of", self.time(moment))
        return self.say("as_of_day", self.since(moment, today))

    def span(self, start: datetime, end: datetime) -> str:
        """Return the start and end time of a span within one day."""
        return isolated(f"{start:%H:%M}–{end:%H:%M}")

    def weekday(self, day: int) -> str:
        """Return the name of a weekday; 0 is Monday."""
        return weekday_name(self._names, day)

    def month(self, number: int) -> str:
        """Return the name of a month in the form used next to a day; 1 is January."""
        return month_name(self._names, number)

    def day(self, day: date, today: date | None) -> str:
        """Return `today`, `tomorrow`, or the weekday with day and month, for use in a sentence.

        Without a trusted time, `today` is None and the result is always the date.
        """
        if day == today:
            return self.say("today")
        if today and day == today + timedelta(days=1):
            return self.say("tomorrow")
        return self.long_day(day)

    def short_day(self, day: date, today: date | None) -> str:
        """Return `today`, `tomorrow`, or the weekday with the date in digits, for use in a sentence."""
        if today and day <= today + timedelta(days=1):
            return self.day(day, today)
        weekday = weekday_name(self._names, day.weekday(), short=True)
        return self.say("short_day", weekday, isolated(self.digits(day)))

    def digits(self, day: date) -> str:
        """Return a date without its year in digits, in the format of the language."""
        return QLocale.c().toString(QDate(day.year, day.month, day.day), self.say("short_date"))

    def long_day(self, day: date) -> str:
        """Return weekday, day and month in the order of the language, the day in Latin digits."""
        month = month_name(self._names, day.month)
        return self.say("long_day", self.weekday(day.weekday()), isolated(str(day.day)), month)

    def moment(self, moment: datetime, today: date | None) -> str:
        """Return a day and a time as a phrase of its own."""
        return capital(self.at(self.day(moment.date(), today), moment))

    def at(self, day: str, moment: datetime) -> str:
        """Return `day` and the time of `moment`, for use in a sentence."""
        return self.say("day_at", day, self.time(moment))

    def hours(self, day: str, start: datetime, end: datetime) -> str:
        """Return `day` and the hours on it, for use in a sentence."""
        return self.say("day_hours", day, self.span(start, end))


@cache
def phrases(language: str) -> Phrases:
    """Return the phrases of a language, loaded from disk only once."""
    return Phrases(language)
