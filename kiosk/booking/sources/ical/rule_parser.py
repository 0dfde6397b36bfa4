"""Parses recurrence rules (RFC 5545 3.3.10, RFC 7529), including damaged ones as far as possible.

A part that is not understood is left out and reported: without it, a rule gives more times rather than fewer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from datetime import timedelta
from functools import partial
from typing import TypeVar

from kiosk.booking.sources.ical.date_values import DateValue, parse_ical_date
from kiosk.frozen import frozen

T = TypeVar("T")

FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_STEPS = {
    "WEEKLY": timedelta(weeks=1),
    "DAILY": timedelta(days=1),
    "HOURLY": timedelta(hours=1),
    "MINUTELY": timedelta(minutes=1),
    "SECONDLY": timedelta(seconds=1),
}
_MAX_INTERVAL = 10**6
_NUMBER = re.compile(r"[+-]?\d{1,9}", re.ASCII)
_WEEKDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_RANGES = {
    "BYMONTH": range(1, 13),
    "BYMONTHDAY": range(-31, 32),
    "BYYEARDAY": range(-366, 367),
    "BYWEEKNO": range(-53, 54),
    "BYSETPOS": range(-366, 367),
    "BYHOUR": range(24),
    "BYMINUTE": range(60),
    "BYSECOND": range(61),
}
_NEVER_ZERO = frozenset(("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"))
_NOT_WITH = {
    "BYMONTHDAY": ("WEEKLY",),
    "BYYEARDAY": ("DAILY", "WEEKLY", "MONTHLY"),
    "BYWEEKNO": FREQUENCIES[1:],
}
"""Frequencies with which a part must not be used (RFC 5545 3.3.10)."""


@frozen
class RecurrenceRule:
    """A rule as far as it was understood; `by_day` pairs weekdays (Monday is 0) with ordinals (0 for all)."""

    frequency: str
    interval: int = 1
    count: int | None = None
    until: DateValue | None = None
    week_start: int = 0
    by: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    by_day: tuple[tuple[int, int], ...] = ()

    @property
    def step(self) -> timedelta | None:
        """The time from one period to the next; None for months and years."""
        step = _STEPS.get(self.frequency)
        return self.interval * step if step else None

    @property
    def is_plain(self) -> bool:
        """Whether every period gives exactly one time."""
        return not self.by and not self.by_day


def parse_rule(text: str) -> tuple[tuple[RecurrenceRule, ...], tuple[str, ...]]:
    """Return the rules that a text means together, and what was not understood.

    There is none if its frequency or calendar is unknown, and two if it has both COUNT and UNTIL.
    """
    return _Parser(text).rules()


class _Parser:
    def __init__(self, text: str) -> None:
        self.problems: list[str] = []
        self._parts: dict[str, str] = {}
        for part in filter(None, map(str.strip, text.upper().split(";"))):
            key, _, value = part.partition("=")
            self._add(key.strip(), value.strip())

    def _add(self, key: str, value: str) -> None:
        before = self._parts.get(key, value)
        if before != value:
            self.problems.append(f"{key} is given twice")
            value = f"{before},{value}" if key.startswith("BY") else before if key == "FREQ" else "twice"
        self._parts[key] = value

    def rules(self) -> tuple[tuple[RecurrenceRule, ...], tuple[str, ...]]:
        frequency = self._parts.pop("FREQ", "")
        scale = self._parts.pop("RSCALE", "GREGORIAN")
        if frequency not in FREQUENCIES or scale != "GREGORIAN":
            what = (
                f"the frequency {frequency!a}" if frequency not in FREQUENCIES else f"the calendar {scale!a}"
            )
            return (), (
                *self.problems,
                f"{what} is unknown; only its first time counts",
            )
        rule = RecurrenceRule(frequency, self._interval(), by=self._numbers(), by_day=self._weekdays())
        rule = replace(rule, week_start=self._week_start())
        return self._limited(_allowed(rule, self.problems)), self._rest()

    def _limited(self, rule: RecurrenceRule) -> tuple[RecurrenceRule, ...]:
        """Return the rule with its end; with two ends, which RFC 5545 forbids, both count."""
        count, until = self._count(), self._until()
        if count and until:
            self.problems.append("COUNT and UNTIL are both given; both count")
            return replace(rule, count=count), replace(rule, until=until)
        return (replace(rule, count=count, until=until),)

    def _rest(self) -> tuple[str, ...]:
        if self._parts.pop("SKIP", "OMIT") != "OMIT":
            self.problems.append("SKIP is not supported: days that a month does not have are left out")
        unknown = [key for key in self._parts if not key.startswith("X-")]
        return (*self.problems, *(f"{key!a} is unknown" for key in unknown))

    def _interval(self) -> int:
        return self._positive("INTERVAL", "it repeats each time") or 1

    def _count(self) -> int | None:
        return self._positive("COUNT", "it never ends")

    def _positive(self, key: str, instead: str) -> int | None:
        if key not in self._parts:
            return None
        text = self._parts.pop(key)
        if _NUMBER.fullmatch(text) and int(text) > 0:
            return int(text) if key == "COUNT" else min(int(text), _MAX_INTERVAL)
        self.problems.append(f"{key}={text!a} is not a positive number; {instead}")
        return None

    def _until(self) -> DateValue | None:
        if "UNTIL" not in self._parts:
            return None
        text = self._parts.pop("UNTIL")
        until = parse_ical_date(text)
        if until is None:
            self.problems.append(f"UNTIL={text!a} is not a time; it never ends")
        return until

    def _week_start(self) -> int:
        text = self._parts.pop("WKST", "MO")
        if text in WEEKDAYS:
            return WEEKDAYS.index(text)
        self.problems.append(f"WKST={text!a} is not a weekday")
        return 0

    def _numbers(self) -> dict[str, tuple[int, ...]]:
        numbers = {}
        for key, allowed in _RANGES.items():
            if key in self._parts:
                values = self._values(key, partial(_number, key, allowed))
                if values:
                    numbers[key] = tuple(values)
        return numbers

    def _weekdays(self) -> tuple[tuple[int, int], ...]:
        return tuple(self._values("BYDAY", _weekday)) if "BYDAY" in self._parts else ()

    def _values(self, key: str, read: Callable[[str], T | None]) -> list[T]:
        """Return the readable values of a list; a part without any does not count."""
        texts = [text.strip() for text in self._parts.pop(key).split(",")]
        values = [read(text) for text in texts]
        wrong = [text for text, value in zip(texts, values, strict=True) if value is None]
        if wrong:
            self.problems.append(f"{key}={wrong[0]!a} is not understood")
        return [value for value in values if value is not None]


def _number(key: str, allowed: range, text: str) -> int | None:
    if not _NUMBER.fullmatch(text) or int(text) not in allowed or (key in _NEVER_ZERO and not int(text)):
        return None
    return min(int(text), 59) if key == "BYSECOND" else int(text)  # a leap second counts as the one before


def _weekday(text: str) -> tuple[int, int] | None:
    match = _WEEKDAY.fullmatch(text)
    return (WEEKDAYS.index(match[2]), int(match[1] or 0)) if match else None


def _allowed(rule: RecurrenceRule, problems: list[str]) -> RecurrenceRule:
    """Return the rule without the parts that its frequency forbids, which would remove times."""
    by, by_day = dict(rule.by), rule.by_day
    for key, frequencies in _NOT_WITH.items():
        if key in by and rule.frequency in frequencies:
            del by[key]
            problems.append(f"{key} must not be used with {rule.frequency}; it does not count")
    if any(nth for _, nth in by_day) and (rule.frequency not in FREQUENCIES[:2] or "BYWEEKNO" in by):
        by_day = tuple(dict.fromkeys((weekday, 0) for weekday, _ in by_day))
        problems.append("BYDAY has a number that it must not have; the weekday counts")
    if "BYSETPOS" in by and len(by) == 1 and not by_day:
        del by["BYSETPOS"]
        problems.append("BYSETPOS is used alone; it does not count")
    return replace(rule, by=by, by_day=by_day)
