"""Recurring days, as RFC 5545 recurrence rules (section 3.3.10) of whole days.

A rule counts from a given first day. Times of day, `UNTIL` and exceptions have their own keys in the feed, so
they are refused here. dateutil expands the rules. It gives up on a rule without any days only in the year
9999, so days are computed in late years: the calendar repeats every 400 years, a whole number of weeks.
"""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from math import lcm
from typing import Self

from kiosk.feed import suggestions
from kiosk.feed.message_catalog import tr
from kiosk.feed.written_values import WrittenValue, raise_expected
from kiosk.frozen import frozen

_FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
_NUMBERS = r"[+-]?\d{1,3}(,[+-]?\d{1,3})*"
_DAY = r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)"
_PARTS = {
    "FREQ": "|".join(_FREQUENCIES),
    "INTERVAL": r"[1-9]\d{0,3}",
    "COUNT": r"[1-9]\d{0,3}",
    "WKST": "MO|TU|WE|TH|FR|SA|SU",
    "BYDAY": f"{_DAY}(,{_DAY})*",
} | dict.fromkeys(("BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"), _NUMBERS)
_RULE = tr("a recurrence rule by RFC 5545, such as 'FREQ=WEEKLY' or 'FREQ=MONTHLY;BYDAY=1TU'")
_DAYS = {"DAILY": 1, "WEEKLY": 7}
_LEAP_DAY = 2, 29
_CYCLE = 400  # years
_LATE = 9200  # a multiple of 400 with two cycles after it


@frozen
class Recurrence(WrittenValue):
    """A rule such as `FREQ=MONTHLY;BYDAY=1TU`."""

    FORM = "FREQ=(YEARLY|MONTHLY|WEEKLY|DAILY)|[a-z]"  # editors need not accept lower case
    EXAMPLES = ("FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY;BYDAY=1TU")

    rule: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse a rule; its parts may be in any order and in lower case."""
        rule = text.strip().upper().removeprefix("RRULE:")
        keys = [_part(part, text) for part in rule.split(";")]
        if "FREQ" not in keys or len(set(keys)) < len(keys):
            raise_expected(tr("a recurrence rule with FREQ, and each part once"), text)
        recurrence = cls(rule)
        recurrence._probe(text)
        return recurrence

    def _probe(self, text: str) -> None:
        """Let dateutil read the rule: it knows which parts can be combined and which numbers are valid."""
        try:
            next(self.days(date(2000, 1, 1)), None)
        except ValueError:
            raise_expected(_RULE, text)

    def __str__(self) -> str:
        return self.rule

    @property
    def ends(self) -> bool:
        """Whether the number of days is limited."""
        return "COUNT=" in self.rule

    def days(self, since: date, first: date = date.min) -> Iterator[date]:
        """Yield the days of the rule, counted from `since`, in order and from about `first` on.

        Days long before `first` are skipped, so that an old rule costs no more than a new one.
        """
        from dateutil.rrule import rrulestr  # noqa: PLC0415  # most feeds have no rule

        since = since if self.ends else self._later(since, first)
        shift = _LATE - since.year // _CYCLE * _CYCLE
        late = since.replace(year=since.year + shift)
        for day in rrulestr(self.rule, dtstart=datetime.combine(late, time())):
            year = day.year - shift
            if year > date.max.year:
                return
            yield day.date().replace(year=year)

    def _later(self, since: date, first: date) -> date:
        """Return a later start, before `first`, that gives the same days; `since` if there is none."""
        parts = dict(part.split("=") for part in self.rule.split(";"))
        interval = int(parts.get("INTERVAL", 1))
        if parts["FREQ"] in _DAYS:
            step = interval * _DAYS[parts["FREQ"]]
            return since + timedelta(days=max(0, (first - since).days // step - 1) * step)
        years = interval if parts["FREQ"] == "YEARLY" else lcm(interval, 12) // 12
        steps = max(0, (first.year - since.year) // years - 1)
        while (since.month, since.day) == _LEAP_DAY and not isleap(since.year + steps * years):
            steps -= 1
        return since.replace(year=since.year + steps * years)


def _part(part: str, text: str) -> str:
    key, _, value = part.partition("=")
    if key not in _PARTS:
        if probably := suggestions.recurrence(text):
            raise_expected(_RULE, text, probably)
        raise_expected(
            tr("a recurrence rule of whole days, with no parts but {parts}", parts=tuple(_PARTS)), text
        )
    if not re.fullmatch(_PARTS[key], value):
        raise_expected(_RULE, text)
    return key
