"""Month and weekday names in each language, in the form used next to a day number.

These are Qt's names, except where readers here expect others: Qt has Egyptian month names for Arabic, Persian
months in the form used before a year, two spellings of one month in Central Kurdish, and abbreviations
without vowels in Somali.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale

_LONG, _SHORT = QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat
_ARABIC = (  # as in Swedish newspapers: the name used in Syria and Iraq, then that of Egypt and Sudan
    "كانون الثاني/يناير",
    "شباط/فبراير",
    "آذار/مارس",
    "نيسان/أبريل",
    "أيار/مايو",
    "حزيران/يونيو",
    "تموز/يوليو",
    "آب/أغسطس",
    "أيلول/سبتمبر",
    "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
)


def month_name(language: str, month: int) -> str:
    """Return the name of a month in the form that follows a day number; 1 is January."""
    if language == "ar":
        return _ARABIC[month - 1]
    locale = QLocale(language)
    if language == "fa":
        return locale.standaloneMonthName(month, _LONG)
    name = locale.monthName(month, _LONG)
    return _sorani(name) if language == "ckb" else name


def weekday_name(language: str, weekday: int, *, short: bool = False) -> str:
    """Return the name of a weekday; `short` abbreviates it in languages where that is usual; 0 is Monday."""
    form = _SHORT if short and language != "so" else _LONG
    name = QLocale(language).standaloneDayName(weekday + 1, form)
    return _sorani(name) if language == "ckb" else name


def _sorani(name: str) -> str:
    """Return a name with the letters and spelling of all other Central Kurdish texts."""
    return name.replace("\u06be", "\u0647").replace("کانونی", "کانوونی")
