"""What was probably meant by a day, a date or a time that is written as people write them elsewhere."""

from __future__ import annotations

import re
from datetime import date

from kiosk.content.problems import nearest

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
_WORD = re.compile(r"[^\W\d_]+")
_PART = r"\s*[^\W\d_]+\s*([-–]\s*[^\W\d_]+\s*)?"
_WEEKDAYS = re.compile(f"{_PART}(,{_PART})*")
_CLOCK = re.compile(r"(\d{1,2})(?:[.:,h ]?(\d\d))?", re.ASCII)
_DATES = (
    re.compile(r"(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>\d{4})", re.ASCII),
    re.compile(r"(?P<y>\d{4})[/.-](?P<m>\d{1,2})[/.-](?P<d>\d{1,2})", re.ASCII),
)


def weekdays(text: str) -> str:
    """Return `mon-fri` for `mån-fre` or `Monday – Fridya`; nothing if a word is no day."""
    days = [_weekday(word.lower()) for word in _WORD.findall(text)]
    return _WORD.sub(lambda _word: days.pop(0), text) if _WEEKDAYS.fullmatch(text) and all(days) else ""


def _weekday(word: str) -> str:
    if word[:3] in _SWEDISH:
        return DAYS[_SWEDISH[word[:3]]][:3]
    return nearest(word, DAYS)[:3] or nearest(word[:3], [day[:3] for day in DAYS])


def clock(text: str) -> str:
    """Return `09:30` for `9.30` or `930`, `10:00` for `10`; nothing if that is no time."""
    found = _CLOCK.fullmatch(text.strip())
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:  # noqa: PLR2004  # hours and minutes
        return ""
    return f"{int(found[1]):02}:{found[2] or '00'}"


def day(text: str) -> str:
    """Return `2026-12-24` for `24/12/2026`, day before month, or `2026/12/24`; nothing if that is no date."""
    found = next(filter(None, (form.fullmatch(text.strip()) for form in _DATES)), None)
    try:
        return date(int(found["y"]), int(found["m"]), int(found["d"])).isoformat() if found else ""
    except ValueError:
        return ""
