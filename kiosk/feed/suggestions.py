"""Suggestions for days, times, sizes and colours that are written in other common forms.

Each function returns the value as the feed writes it, or an empty string.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from kiosk.feed.message_catalog import Message, tr
from kiosk.feed.problems import nearest

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SWEDISH = {
    "mån": 0,
    "man": 0,
    "tis": 1,
    "ons": 2,
    "tor": 3,
    "fre": 4,
    "lör": 5,
    "lor": 5,
    "sön": 6,
    "son": 6,
}
_MONTHS = {
    name[:3]: number
    for names in (
        ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
    )
    for number, name in enumerate(names, start=1)
}
_MONTH_NAMES = (
    tr("January"), tr("February"), tr("March"), tr("April"), tr("May"), tr("June"),
    tr("July"), tr("August"), tr("September"), tr("October"), tr("November"), tr("December"),
)  # fmt: skip
_UNITS = {
    "ms": "ms", "s": "s", "sek": "s", "sec": "s", "second": "s", "sekund": "s", "m": "min", "min": "min",
    "minut": "min", "minute": "min", "h": "h", "t": "h", "tim": "h", "timme": "h", "timmar": "h",
    "hour": "h", "hr": "h", "d": "d", "dag": "d", "day": "d", "dygn": "d",
}  # fmt: skip
UNIT_S = {"ms": 0.001, "s": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0}
SHORTEST_S, LONGEST_S = 0.001, 3660 * 86400.0
"""The limits of a duration; the longest is ten years."""

LARGEST = 99_999
"""The largest width or height, in millimetres or pixels."""

_UNIT_ENDINGS = ("", "er", "ar", "s", "es", ".")
_COLOURS = {
    "paper": "white vit grey gray grå beige light ljus",
    "ink": "black svart dark mörk navy",
    "sea": "blue blå turquoise turkos teal cyan",
    "leaf": "green grön",
    "sun": "yellow gul orange gold guld",
    "berry": "red röd pink rosa purple lila violet magenta",
}
_GROUPS = {
    "vardag": "mon-fri", "vardagar": "mon-fri", "weekday": "mon-fri", "weekdays": "mon-fri",
    "helg": "sat-sun", "helger": "sat-sun", "weekend": "sat-sun", "weekends": "sat-sun",
    "daily": "daily", "dagligen": "daily", "varje dag": "daily", "alla dagar": "daily", "every day": "daily",
}  # fmt: skip
_DAY_ENDINGS = ("dag", "dagar", "day", "days")
_REPEATS = {
    "DAILY": "daily dagligen dag day dygn",
    "WEEKLY": "weekly veckovis vecka week",
    "MONTHLY": "monthly månadsvis månad month",
    "YEARLY": "yearly annually årligen årsvis år year",
}
_WORD = re.compile(r"[^\W\d_]+")
_PART = r"\s*[^\W\d_]+\s*([-–]\s*[^\W\d_]+\s*)?"
_WEEKDAYS = re.compile(f"{_PART}(,{_PART})*")
_CLOCK = re.compile(r"(\d{1,2})(?:[.:,h ]?(\d\d))?", re.ASCII)
_DATES = (
    re.compile(r"(?P<y>\d{4})[/.-](?P<m>\d{1,2})[/.-](?P<d>\d{1,2})([ T].*)?", re.ASCII),
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})", re.ASCII),
    re.compile(r"(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]?\s*(?P<y>\d{4})", re.ASCII),
    re.compile(r"(?P<d>\d{1,2})(?:\.|:e|st|nd|rd|th)?\s*(?P<m>[a-z]{3,9})\.?,?\s*(?P<y>\d{4})", re.ASCII),
    re.compile(r"(?P<m>[a-z]{3,9})\s*(?P<d>\d{1,2}),?\s*(?P<y>\d{4})", re.ASCII),
)
_AMOUNT = re.compile(r"(\d{1,9}(?:[.,]\d{1,9})?)\s*([^\W\d_]{1,10}\.?)")
_TIMES = re.compile(r"(?:kl\.?\s*)?(\d[\d.:]*)\s*(?:-|till?|to)\s*(?:kl\.?\s*)?(\d[\d.:]*)")
_BETWEEN_DAYS = re.compile(r"-|\.\.|\b(?:till?|to|until|t\.?o\.?m)\b\.?")
_RESOLUTIONS = {
    "1280 x 720": "720p hd",
    "1920 x 1080": "1080p fhd fullhd",
    "2560 x 1440": "1440p qhd",
    "3840 x 2160": "2160p 4k uhd",
}
_LENGTH_UNITS = {
    "mm": "mm", "millimeter": "mm", "millimetre": "mm", "cm": "cm", "centimeter": "cm", "centimetre": "cm",
    "m": "m", "meter": "m", "metre": "m",
}  # fmt: skip
_LENGTH = re.compile(r"(\d{1,6}(?:[.,]\d{1,6})?)\s*([a-z]+)", re.ASCII)
_NUMBERS = re.compile(r"\d+(?:[.,]\d+)?")


def weekdays(text: str) -> str:
    """Return `mon-fri` for `mån-fre`, `vardagar` or `Monday – Fridya`; "" if a word is not a day."""
    if group := _GROUPS.get(text.strip().lower()):
        return group
    days = [_weekday(word.lower()) for word in _WORD.findall(text)]
    return _WORD.sub(lambda _word: days.pop(0), text) if _WEEKDAYS.fullmatch(text) and all(days) else ""


def _weekday(word: str) -> str:
    if word[:3] in _SWEDISH:
        return DAYS[_SWEDISH[word[:3]]][:3]
    return nearest(word, DAYS)[:3] or nearest(word[:3], [day[:3] for day in DAYS])


def clock(text: str) -> str:
    """Return `09:30` for `9.30` or `930`, `10:00` for `10`; an empty string if that is not a time."""
    match = _CLOCK.fullmatch(text.strip())
    if not match or int(match[1]) > 23 or int(match[2] or 0) > 59:  # noqa: PLR2004  # hours and minutes
        return ""
    return f"{int(match[1]):02}:{match[2] or '00'}"


def hours(text: str) -> str:
    """Return `10:00-16:00` for `10-16`, `10.00 till 16.00` or `kl 10-16`."""
    match = _TIMES.fullmatch(text.strip().lower().replace("–", "-"))
    start, end = (clock(part) for part in match.groups()) if match else ("", "")
    return f"{start}-{end}" if start and end else ""


def weekly(text: str) -> str:
    """Return `mon 10:00-12:00, mon 13:00-15:00` for `mån 10-12, 13-15` or `mon 10-12 13-15`."""
    text = text.strip().lower().replace("–", "-")
    first = next((place for place, sign in enumerate(text) if sign.isdigit()), len(text))
    named = text[:first].strip(" ,:").removesuffix("kl").strip()
    days = weekdays(named)
    ranges = [hours(part) for part in re.split(r"\s*(?:,|;|&|och|and)\s*", text[first:])]
    return ", ".join(f"{days} {each}" for each in ranges) if days and all(ranges) else ""


def day(text: str) -> str:
    """Return `2026-12-24` for `24/12/2026`, day before month, for `24 december 2026` or `20261224`."""
    valid = (parts for parts in _days(text) if 1 <= parts[2] <= _days_in_month(parts))
    return next((date(*parts).isoformat() for parts in valid), "")


def day_range(text: str) -> str:
    """Return `2026-12-24 - 2026-12-27` for `24/12/2026 till 27/12/2026` or `24-27 december 2026`."""
    for between in _BETWEEN_DAYS.finditer(text.lower()):
        first, last = text[: between.start()].strip(), day(text[between.end() :])
        begin = day(f"{last[:8]}{int(first):02}") if first.isdecimal() and last else day(first)
        if begin and last:
            return f"{begin} - {last}"
    return ""


def impossible_day(text: str) -> Message | None:
    """Return why a date does not exist, such as the 30th of February, or None."""
    for year, month, number in _days(text):
        if not 1 <= month <= 12:  # noqa: PLR2004  # months
            return tr("a month from 01 to 12, as year-month-day")
        if not 1 <= number <= _days_in_month((year, month, number)):
            days = _days_in_month((year, month, number))
            return tr(
                "a day that exists ({month} {year} has {days} days)",
                month=_month(month),
                year=year,
                days=days,
            )
    return None


def _month(number: int) -> Message:
    """Return the English name of a month, as a translatable message."""
    return _MONTH_NAMES[number - 1]


def _days_in_month(parts: tuple[int, int, int]) -> int:
    year, month, _ = parts
    return calendar.monthrange(year, month)[1] if year and 1 <= month <= 12 else 0  # noqa: PLR2004  # months


def _days(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield the year, month and day in `text`, read in the first form that fits."""
    for form in _DATES:
        if match := form.fullmatch(text.strip().lower()):
            month = match["m"] if match["m"].isdigit() else _MONTHS.get(match["m"][:3], 0)
            yield int(match["y"]), int(month), int(match["d"])
            return


def duration(text: str) -> str:
    """Return `1 min 30 s` for `1 minut 30 sek`, `90 s` for `90 seconds`."""
    text = "".join(str(unicodedata.decimal(sign, sign)) for sign in text)
    rest = _AMOUNT.sub("", text).strip(" ,.")
    parts = [(number.replace(",", "."), _unit(word.lower())) for number, word in _AMOUNT.findall(text)]
    if rest or not all(unit for _, unit in parts):
        return ""
    seconds = sum(float(number) * UNIT_S[unit] for number, unit in parts)
    return (
        " ".join(f"{number} {unit}" for number, unit in parts) if SHORTEST_S <= seconds <= LONGEST_S else ""
    )


def _unit(word: str) -> str:
    stems = (word.removesuffix(ending) for ending in _UNIT_ENDINGS)
    return next((_UNITS[stem] for stem in stems if stem in _UNITS), "")


def size(text: str) -> str:
    """Return `1920 x 1080` for `1920*1080` or `1080p`, `530 x 299 mm` for `53 x 29.9 cm`."""
    word = text.lower().replace(" ", "")
    if known := next((each for each, names in _RESOLUTIONS.items() if word in names.split()), ""):
        return known
    centimetres = re.search(r"\dcm\b", word)
    numbers = [float(number.replace(",", ".")) for number in _NUMBERS.findall(text)]
    rounded = [round(number * 10 if centimetres else number) for number in numbers]
    if len(rounded) != 2 or not all(0 < number <= LARGEST for number in rounded):  # noqa: PLR2004  # width and height
        return ""
    return f"{rounded[0]} x {rounded[1]}" + (" mm" if centimetres else "")


def length(text: str) -> str:
    """Return `0.6 m` for `0,6 m`, `4 m` for `4 meter`; an empty string if that is not a length."""
    match = _LENGTH.fullmatch(text.strip().lower())
    unit = match and (_LENGTH_UNITS.get(match[2]) or _LENGTH_UNITS.get(match[2].removesuffix("s")))
    number = match[1].replace(",", ".") if match and unit else "0"
    return f"{number} {unit}" if float(number) else ""


def position(text: str) -> str:
    """Return `59.3668, 17.8436` for `59,3668 17,8436` or `N 59.3668° E 17.8436°`."""
    numbers = [number.replace(",", ".") for number in _NUMBERS.findall(text)]
    if len(numbers) != 2 or not all("." in number for number in numbers):  # noqa: PLR2004  # north and east
        return ""
    north, east = (re.sub(r"^0+(?=\d)", "", number) for number in numbers)
    return f"{north}, {east}" if float(north) <= 90 and float(east) <= 180 else ""  # noqa: PLR2004  # degrees


def tone(text: str) -> str:
    """Return the tone closest to a colour, given by its English or Swedish name."""
    word = text.strip().lower()
    for tone_, colours in _COLOURS.items():
        if any(name in word for name in colours.split()):
            return tone_
    return ""


def recurrence(text: str) -> str:
    """Return `FREQ=WEEKLY` for `weekly` or `varje vecka`, `FREQ=WEEKLY;BYDAY=MO` for `every monday`."""
    words = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    for rule, names in _REPEATS.items():
        if any(word in names.split() for word in words):
            return f"FREQ={rule}"
    named = next(filter(None, (_weekday(word) for word in words if word.endswith(_DAY_ENDINGS))), "")
    return f"FREQ=WEEKLY;BYDAY={named[:2].upper()}" if named else ""
