"""Recurrence rules: those offered for a first day, and sentences that describe a rule. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from kiosk.feed.message_catalog import Message, tr
from kiosk.feed.weekday_names import WEEKDAY_NAMES

WEEKDAYS = (
    tr("Mondays"),
    tr("Tuesdays"),
    tr("Wednesdays"),
    tr("Thursdays"),
    tr("Fridays"),
    tr("Saturdays"),
    tr("Sundays"),
)
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NTH = {1: tr("the first"), 2: tr("the second"), 3: tr("the third"), 4: tr("the fourth"), -1: tr("the last")}
_WEEK, _LAST_SAFE_DAY = 7, 28


def rules_from(since: date) -> Iterator[str]:
    """Yield the rules that a communicator can choose for a first day; all of them include it."""
    code = _CODES[since.weekday()]
    yield "FREQ=WEEKLY"
    yield "FREQ=WEEKLY;INTERVAL=2"
    if (nth := (since.day - 1) // _WEEK + 1) in _NTH:
        yield f"FREQ=MONTHLY;BYDAY={nth}{code}"
    if (since + timedelta(days=_WEEK)).month != since.month:
        yield f"FREQ=MONTHLY;BYDAY=-1{code}"
    if since.day <= _LAST_SAFE_DAY:
        yield "FREQ=MONTHLY"
    yield "FREQ=YEARLY"


def rule_sentence(rule: str, since: date) -> Message:
    """Return a sentence for a rule that begins on a first day; a rare rule is quoted as it is."""
    parts = dict(part.split("=") for part in rule.split(";"))
    words = {"WEEKLY": _weekly, "MONTHLY": _monthly, "YEARLY": _yearly}.get(parts.pop("FREQ"))
    return (words and words(parts, since)) or tr("by the rule {rule}", rule=rule)


def _weekly(parts: dict[str, str], since: date) -> Message | None:
    if parts.keys() - {"INTERVAL", "BYDAY"} or not re.fullmatch(r"[A-Z,]*", parts.get("BYDAY", "")):
        return None
    codes = parts.get("BYDAY", _CODES[since.weekday()]).split(",")
    days = [WEEKDAYS[_CODES.index(code)] for code in codes]
    count = int(parts.get("INTERVAL", 1))
    if count == 1:
        return tr("every week: {days}", days=days)
    if count == 2:  # noqa: PLR2004  # every second week
        return tr("every second week: {days}", days=days)
    return tr("every {count} weeks: {days}", count=count, days=days)


def _monthly(parts: dict[str, str], since: date) -> Message | None:
    if not parts:
        return tr("on day {day} of each month", day=since.day)
    found = re.fullmatch(r"\+?(-?\d)([A-Z]{2})", parts.pop("BYDAY", ""))
    if parts or not found or int(found[1]) not in _NTH:
        return None
    return tr("{nth} {day} of each month", nth=_NTH[int(found[1])], day=WEEKDAY_NAMES[_CODES.index(found[2])])


def _yearly(parts: dict[str, str], since: date) -> Message | None:
    if not parts:
        return tr("every year on {day}", day=f"{since:%m-%d}")
    months, days = parts.pop("BYMONTH", ""), parts.pop("BYMONTHDAY", "")
    if parts or not months.isdecimal() or not re.fullmatch(r"[\d,]+", days):
        return None
    return tr("every year on {days}", days=list(_runs(int(months), sorted(map(int, days.split(","))))))


def _runs(month: int, days: list[int]) -> Iterator[str]:
    """Yield days of a month as `12-10` or, for consecutive days, `12-10–12-27`."""
    first = last = days[0]
    for day in [*days[1:], 0]:
        if day == last + 1:
            last = day
            continue
        begin, end = (f"{month:02}-{each:02}" for each in (first, last))
        yield begin if first == last else f"{begin}–{end}"  # a range
        first = last = day
