"""Generated calendars, read by ical.js as well: never free where the other says busy.

Where the two differ on purpose, calendars are not generated:

- Events over a change of the clock: ical.js adds durations on the wall, we exactly (RFC 5545 3.3.6).
- A start that the clocks skip or show twice: ical.js has no rule for it.
- Several EXDATE: ical.js forgets those after one that names no time of the series.
- COUNT with a DTSTART that its rule does not give (undefined in RFC 5545 3.8.5.3): ours has one more.
- DAILY with a negative BYMONTHDAY: ical.js looks for a day without end.
"""

import json
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.booking.sources.ical.busy_time import read_busy
from kiosk.booking.sources.ical.span_sets import without
from kiosk.feed.wall_time import Span
from tests.booking.sources.ical.samples import STOCKHOLM, calendar

NPM = Path(__file__).parents[3] / "npm"
WINDOW = Span(datetime(2026, 10, 5, tzinfo=UTC), datetime(2026, 11, 20, tzinfo=UTC))
ZONE = (
    "BEGIN:VTIMEZONE", "TZID:Europe/Stockholm",
    "BEGIN:DAYLIGHT", "DTSTART:19810329T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:DAYLIGHT",
    "BEGIN:STANDARD", "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@pytest.fixture(scope="module")
def icaljs():
    command = ["node", NPM / "busy_by_icaljs.mjs"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:

        def busy(data):
            start, end = (int(each.timestamp()) for each in WINDOW)
            zone = "\r\n".join(ZONE)
            asked = {"calendar": data.decode(), "zone": zone, "start": start, "end": end}
            process.stdin.write(json.dumps(asked) + "\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            assert "error" not in answer, answer
            return [Span(*(datetime.fromtimestamp(each, UTC) for each in span)) for span in answer["busy"]]

        yield busy
        process.stdin.close()


starts = st.datetimes(datetime(2026, 7, 1), datetime(2026, 10, 31)).map(  # noqa: DTZ001  # local times
    lambda each: each.replace(hour=7 + each.hour % 13, minute=each.minute // 15 * 15, second=0, microsecond=0)
)
minutes = st.sampled_from([15, 30, 60, 90, 180])


def written(kind, when):
    """A time as the value of a property, with its parameters."""
    if kind == "DATE":
        return f";VALUE=DATE:{when:%Y%m%d}"
    if kind == "UTC":
        return f":{when:%Y%m%dT%H%M%S}Z"
    return f"{';TZID=Europe/Stockholm' if kind == 'ZONE' else ''}:{when:%Y%m%dT%H%M%S}"


@st.composite
def rules(draw, kind, start):
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={frequency}"]
    if draw(st.booleans()):
        parts.append(f"INTERVAL={draw(st.integers(1, 4))}")
    parts += draw(DAY_PARTS[frequency])
    end = draw(st.sampled_from(["", "COUNT", "UNTIL"]))
    if end == "COUNT":
        parts.append(f"COUNT={draw(st.integers(1, 60))}")
    if end == "UNTIL":
        until = start + timedelta(days=draw(st.integers(0, 120)))
        parts.append(f"UNTIL={written('DATE' if kind == 'DATE' else 'UTC', until).rpartition(':')[2]}")
    if frequency == "WEEKLY" and draw(st.booleans()):
        parts.append(f"WKST={draw(st.sampled_from(DAYS))}")
    return ";".join(parts)


def listed(key, values, most=3):
    return st.lists(values, min_size=1, max_size=most, unique=True).map(
        lambda found: [f"{key}={','.join(map(str, found))}"]
    )


months = listed("BYMONTH", st.integers(1, 12), 6)
month_days = listed("BYMONTHDAY", st.integers(-31, 31).filter(bool))
weekdays = listed("BYDAY", st.sampled_from(DAYS))
numbered = listed(
    "BYDAY",
    st.tuples(st.sampled_from([-2, -1, 1, 2, 4]), st.sampled_from(DAYS)).map(
        lambda each: f"{each[0]}{each[1]}"
    ),
)
nothing = st.just([])
DAY_PARTS = {
    "DAILY": nothing | months | weekdays | listed("BYMONTHDAY", st.integers(1, 28)),
    "WEEKLY": nothing | weekdays,
    "MONTHLY": nothing | month_days | weekdays | numbered,
    "YEARLY": nothing | months,
}


@st.composite
def calendars(draw):
    kind = draw(st.sampled_from(["UTC", "ZONE", "FLOATING", "DATE"]))
    start = draw(starts)
    length = f"P{draw(st.integers(1, 3))}D" if kind == "DATE" else f"PT{draw(minutes)}M"
    lines = ["BEGIN:VEVENT", "UID:one", f"DTSTART{written(kind, start)}", f"DURATION:{length}"]
    if draw(st.integers(0, 5)):
        lines.append(f"RRULE:{draw(rules(kind, start))}")
    days = st.integers(0, 100).map(lambda number: start + timedelta(days=number))
    exceptional, most = draw(st.sampled_from([("EXDATE", 1), ("RDATE", 3)]))
    named = draw(st.lists(days, max_size=most, unique=True))
    lines += [f"{exceptional}{written(kind, each)}" for each in named]
    lines.append("END:VEVENT")
    for each in draw(st.lists(days, max_size=2, unique=True)):
        moved = each + timedelta(days=draw(st.integers(-3, 3)))
        following = draw(st.sampled_from(["", "", ";RANGE=THISANDFUTURE"]))
        lines += ["BEGIN:VEVENT", "UID:one", f"RECURRENCE-ID{following}{written(kind, each)}"]
        lines += [f"DTSTART{written(kind, moved)}", f"DURATION:{length}"]
        lines += draw(st.sampled_from([(), (), ("STATUS:CANCELLED",), ("TRANSP:TRANSPARENT",)]))
        lines.append("END:VEVENT")
    return calendar(*ZONE, *lines)


def alone(data):
    """The same events without what makes them repeat or replace others."""
    of_zone = ("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
    lines = data.decode().split("\r\n")
    kept = (
        line for line in lines
        if line.startswith(of_zone) or not line.startswith(("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"))
    )  # fmt: skip
    return read_busy("\r\n".join(kept).encode(), STOCKHOLM, WINDOW).spans


@settings(max_examples=200, derandomize=True)  # what ical.js may yet do wrong is not for every run
@given(data=calendars())
def test_never_free_where_the_other_says_busy(icaljs, data):
    """Only ours are DTSTART where its rule does not give it, and what replaces no time of the series."""
    found = read_busy(data, STOCKHOLM, WINDOW)
    other = [Span(max(a, WINDOW.start), min(b, WINDOW.end)) for a, b in icaljs(data)]
    assert found.problems == ()
    assert not list(without(other, found.spans)), "wrongly free"
    assert not list(without(found.spans, [*other, *alone(data)])), "wrongly busy"
