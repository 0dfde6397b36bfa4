"""Calendars that were once read wrongly, each with its right times and the clause that says so.

The files and their table lie in `cases/`. A row whose right value is "err or busy" leaves a choice.
"""

import csv
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.booking.sources.ical.busy_time import read_busy
from kiosk.booking.sources.source_errors import BadAnswer
from kiosk.feed.wall_time import Span
from tests.booking.sources.ical.samples import STOCKHOLM, local

FOLDER = Path(__file__).parent / "cases"
NOON = "10-13 12:00/10-13 13:00"
NEXT_NOON = "10-14 12:00/10-14 13:00"

REFUSED = {
    # Which lines belong to which event cannot be told: one of the events would be lost.
    "41-unclosed-valarm-in-first-event.ics": "line 10 ends a VEVENT, but the VALARM of line 8 is open",
    "44-missing-end-vevent.ics": "line 8 begins a VEVENT inside a VEVENT",
    "45-end-vtimezone-missing.ics": "line 11 begins a VEVENT inside a VTIMEZONE",
    "46-stray-end-vcalendar-first.ics": "line 5 is outside BEGIN:VCALENDAR and END:VCALENDAR",
}
CHOSEN = {
    "39-cr-only.ics": [NOON],  # old files of Apple: only one meaning is possible
    "40-crcrlf-folded.ics": [NOON],  # as above, from servers that translate line ends twice
    "42-unescaped-text-end-inside.ics": [NOON, NEXT_NOON],  # "12:00" cannot be a component
    "43-unescaped-text-begin-inside.ics": [NOON, NEXT_NOON],  # as above
    "49-seconds-missing-t1000.ics": [NOON],  # only one meaning is possible
    "50-dtend-unreadable.ics": ["10-13 12:00/10-14 02:00"],  # to the end of the day, which is one of UTC
}
REPORTED = {
    "07-duration-with-dtend-missing-negative.ics": "is negative",
    "21-rrule-byday-empty.ics": "BYDAY='' is not understood",
    "22-rrule-broken-the-first-at-least.ics": "the frequency 'SOMETIMES' is unknown",
    "42-unescaped-text-end-inside.ics": "line 7: not a line of iCalendar",
    "43-unescaped-text-begin-inside.ics": "line 7: not a line of iCalendar",
    "50-dtend-unreadable.ics": "it counts to the end of its day",
    "57-until-z-unknown-tzid.ics": "the time zone 'Customized Time Zone' is unknown",
    "67-text-end-after-dtstart-google-order.ics": "line 9: not a line of iCalendar",
    "68-text-begin-after-dtstart.ics": "line 9: not a line of iCalendar",
}


def table():
    with (FOLDER / "index.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def window(text):
    return Span(*(datetime.fromisoformat(day).replace(tzinfo=UTC) for day in text.split("..")))


@pytest.mark.parametrize("row", table(), ids=lambda row: row["file"])
def test_calendar_is_read_right(row):
    name, within = row["file"], window(row["window (UTC)"])
    data = (FOLDER / name).read_bytes()
    if name in REFUSED:
        with pytest.raises(BadAnswer, match=REFUSED[name]):
            read_busy(data, STOCKHOLM, within)
        return
    found = read_busy(data, STOCKHOLM, within)
    expected = CHOSEN[name] if name in CHOSEN else json.loads(row["right"])
    assert ["/".join(span) for span in local(found.spans, "%m-%d %H:%M")] == expected, row["why"]
    assert len(found.problems) == (name in REPORTED), found.problems
    assert REPORTED.get(name, "") in "".join(found.problems)


def test_every_file_has_a_row():
    listed = {row["file"] for row in table()} | {"folded-rrule.ics"}
    assert {path.name for path in FOLDER.glob("*.ics")} == listed
    assert {*REFUSED, *CHOSEN, *REPORTED} <= listed


def test_folded_rule_of_every_second_since_1900_is_bounded():
    within = window("2026-10-12..2026-11-10")
    found = read_busy((FOLDER / "folded-rrule.ics").read_bytes(), STOCKHOLM, within)
    assert found.spans == (within,)
