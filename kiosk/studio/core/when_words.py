"""When a playlist is shown, as a sentence such as "Tuesdays 10:00-18:00, until 2026-12-12". Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kiosk.feed.message_catalog import Message, tr
from kiosk.feed.models import When
from kiosk.feed.written_times import WeeklyHours
from kiosk.studio.core.repeat_words import WEEKDAYS, rule_sentence

_GROUPS = {
    frozenset(range(7)): tr("every day"),
    frozenset(range(5)): tr("Mondays to Fridays"),
    frozenset((5, 6)): tr("Saturdays and Sundays"),
}


def sentence(when: When) -> Message:
    """Return a sentence that says when something is shown."""
    return tr("{parts}", parts=list(_parts(when)) or [tr("always")])


def hours_sentence(hours: WeeklyHours) -> Message:
    """Return weekdays and hours as a phrase."""
    days = _GROUPS.get(hours.days) or [WEEKDAYS[day] for day in sorted(hours.days)]
    return tr("{days} {hours}", days=days, hours=f"{hours.range}")


def _parts(when: When) -> Iterator[Message]:
    yield from map(hours_sentence, when.hours)
    if when.since:
        yield tr("from {day}", day=f"{when.since}")
    if when.until:
        yield tr("until {day}", day=f"{when.until}")
    if when.repeat:
        yield rule_sentence(f"{when.repeat}", when.since or date.min)
    if when.holidays:
        yield tr("not on public holidays") if when.holidays == "skip" else tr("only on public holidays")
    if when.excluded:
        yield tr("not on {days}", days=[f"{day}" for day in when.excluded])
