"""Content for days that have passed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from kiosk.checks.check_subject import Subject, texts_of
from kiosk.feed.localized_text import Text
from kiosk.feed.message_catalog import tr
from kiosk.feed.models import Notice, Playlist
from kiosk.feed.problems import Problem, warning
from kiosk.feed.wall_time import local_day
from kiosk.feed.written_times import DayRange

_SWEDISH = "januari februari mars april maj juni juli augusti september oktober november december"
_ENGLISH = "January February March April May June July August September October November December"
_MONTHS = {
    name[:3].lower(): number
    for names in (_SWEDISH, _ENGLISH)
    for number, name in enumerate(names.split(), start=1)
}
_NAMES = "|".join((*_SWEDISH.split(), *_ENGLISH.split()))
_WRITTEN = re.compile(
    rf"\b(?P<y1>\d{{4}})-(?P<m1>\d\d)-(?P<d1>\d\d)\b"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{_NAMES})\s+(?P<y2>\d{{4}})\b"
    rf"|\b(?P<m3>{_NAMES})\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{{4}})\b",
    re.IGNORECASE | re.ASCII,
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a warning for each playlist, notice, slide, exception and slide text whose day has passed."""
    today = local_day(subject.now, subject.feed.zone)
    yield from _ended(subject, "playlists", today)
    yield from _ended(subject, "notices", today)
    yield from _slides(subject, today)
    yield from _exceptions(subject, today)
    yield from _texts(subject, today)


def _ended(subject: Subject, kind: Literal["playlists", "notices"], today: date) -> Iterator[Problem]:
    named: Mapping[str, Playlist | Notice] = getattr(subject.feed, kind)
    for name, each in named.items():
        until = each.when.until
        if until and until < today:
            place = subject.at(kind, name, "when", "until")
            yield warning(place, tr("expired: it ended on {day} and can be removed", day=until))


def _exceptions(subject: Subject, today: date) -> Iterator[Problem]:
    for name, office in subject.feed.offices.items():
        for days in sorted(office.exceptions):
            if days.last < today:
                place = subject.at("offices", name, "exceptions", *_as_written(subject, name, days), key=True)
                yield warning(place, tr("expired: this day has passed and its line can be removed"))


def _as_written(subject: Subject, office: str, days: DayRange) -> tuple[str, ...]:
    """Return the key of an exception as its author wrote it."""
    document = subject.documents.get(f"offices/{office}.yaml")
    written = document.value["exceptions"] if document else {}
    return tuple(key for key in written if DayRange.parse(str(key)) == days)


def _slides(subject: Subject, today: date) -> Iterator[Problem]:
    for name, slide in subject.feed.slides.items():
        last_days = {key: getattr(slide, key, None) for key in ("until", "day", "to")}
        passed = {key: day for key, day in last_days.items() if day and day < today}
        if passed:
            key, day = min(passed.items(), key=lambda each: each[1])
            place = subject.at("slides", name, key)
            yield warning(place, tr("expired: it ended on {day} and can be removed", day=day))


def _texts(subject: Subject, today: date) -> Iterator[Problem]:
    """Check the texts of slides that may still be shown; the latest date in any language counts."""
    for name in subject.languages_of:
        if not _in_use(subject, name, today):
            continue
        for key, text in texts_of(subject.feed.slides[name]):
            days = [day for line in _lines(text) for day in dates_in(line)]
            if days and max(days) < today:
                place = subject.at("slides", name, key, key=True)
                yield warning(place, tr("expired: the text is about {day}, which has passed", day=max(days)))


def _in_use(subject: Subject, slide: str, today: date) -> bool:
    playlists = (each for each in subject.feed.playlists.values() if slide in each.slides)
    until = subject.feed.slides[slide].until
    if until and until < today:
        return False
    return any(each.when.until is None or each.when.until >= today for each in playlists)


def _lines(text: Text) -> tuple[str, ...]:
    return (text.root,) if isinstance(text.root, str) else tuple(text.root.values())


def dates_in(line: str) -> Iterator[date]:
    """Yield the dates in a line that have a year, as digits or with a Swedish or English month name."""
    for match in _WRITTEN.finditer(line):
        year, month, day = (
            next(value for key, value in match.groupdict().items() if value and key[0] == part)
            for part in "ymd"
        )
        number = int(month) if month.isdigit() else _MONTHS[month[:3].lower()]
        try:
            yield date(int(year), number, int(day))
        except ValueError:  # such as a reference number that looks like a date
            continue
